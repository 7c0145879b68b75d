import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { problemOf, type Problem } from '../data/problems.ts';
import { paths } from '../paths.ts';
import classes from './Auth.module.css';
import { signIn } from './signing.ts';
import { useSession } from './useSession.ts';

/** Where to go after the door: only addresses inside the admin. */
function inside(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : paths.dashboard();
}

export function Component() {
  const { user } = useSession();
  const [search] = useSearchParams();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = 'Sign in · Tradepost admin';
  }, []);

  if (user) return <Navigate to={inside(search.get('next'))} replace />;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await signIn(String(form.get('email')).trim(), String(form.get('password')));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={classes.door}>
      <div className={classes.panel}>
        <img src="/admin/icon.svg" alt="" width={40} height={40} />
        <h1 className={classes.title}>Sign in to Tradepost</h1>
        <p className={classes.words}>The back office of your shop.</p>
        <form className={classes.stack} onSubmit={(event) => void submit(event)}>
          {problem && (
            <Alert color="red" variant="light" role="alert">
              {problem.message}
              {problem.traceId && problem.code.startsWith('server') && <span className={classes.trace}>Trace {problem.traceId}</span>}
            </Alert>
          )}
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            required
            withAsterisk={false}
            error={problem?.fields.email}
            autoFocus
            size="md"
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            error={problem?.fields.password}
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          />
          <Button type="submit" size="md" fullWidth loading={busy}>
            Sign in
          </Button>
        </form>
      </div>
      <p className={classes.foot}>
        <a className="text-link" href="/">
          Go to the shop
        </a>
      </p>
    </main>
  );
}

import { wordsFor } from '@tradepost/ui';
import { useRef, useState, type FormEvent } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { paths, safeNext } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { focusFirstInvalid, useShownErrors } from '../../lib/use-shown-errors.ts';
import { signIn, useSession } from '../../session/useSession.ts';
import { checkEmail } from '../checkout/contact.ts';
import { FormPage } from '../FormPage.tsx';

export function SignInPage() {
  useTitle('Sign in');
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  const { status } = useSession();
  const { adopt } = useCart();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const errors = { email: checkEmail(email), password: password ? undefined : 'Enter your password.' };
  const { errorOf, leave, showAll } = useShownErrors<'email' | 'password'>(errors);
  if (status === 'signedIn' && !busy) return <Navigate to={next} replace />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    showAll();
    if (errors.email || errors.password) return focusFirstInvalid(form.current);
    setBusy(true);
    setProblem('');
    try {
      await signIn(email.trim(), password);
      // The cart comes along, but a cart that cannot be fetched must not keep a person out.
      await adopt().catch(() => undefined);
      void navigate(next, { replace: true });
    } catch (error) {
      setProblem(wordsFor(error));
    }
    setBusy(false);
  };
  return (
    <FormPage
      title="Sign in"
      after={
        <>
          New here?{' '}
          <Link to={paths.register(search.get('next') ?? undefined)} className="text-accent underline underline-offset-4">
            Make an account
          </Link>
        </>
      }
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          value={email}
          error={errorOf('email')}
          onBlur={() => leave('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          maxLength={200}
          value={password}
          error={errorOf('password')}
          onBlur={() => leave('password')}
          onChange={(event) => setPassword(event.target.value)}
        />
        {problem && (
          <Alert tone="danger" announce>
            {problem}
          </Alert>
        )}
        <Button type="submit" size="l" busy={busy} className="w-full">
          Sign in
        </Button>
      </form>
    </FormPage>
  );
}

import { api, isProblem } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { MailCheck } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { Empty } from '../../components/States.tsx';
import { focusFirstInvalid, useShownErrors } from '../../lib/use-shown-errors.ts';
import { checkEmail } from '../checkout/contact.ts';
import { FormPage } from '../FormPage.tsx';
import { checkPassword } from './password.ts';

const empty = { firstName: '', lastName: '', email: '', password: '' };
type Name = keyof typeof empty;

export function RegisterPage() {
  useTitle('Make an account');
  const [search] = useSearchParams();
  const next = search.get('next') ?? undefined;
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(empty);
  const [state, setState] = useState<'open' | 'busy' | 'made'>('open');
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = { email: checkEmail(values.email), password: checkPassword(values.password) };
  const { errorOf, leave, showAll } = useShownErrors<'email' | 'password'>(errors);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    showAll();
    if (errors.email || errors.password) return focusFirstInvalid(form.current);
    setState('busy');
    setRefusal(null);
    try {
      const { firstName, lastName, email, password } = values;
      await api.POST('/api/v1/auth/register', {
        body: { email: email.trim(), password, firstName: firstName.trim() || undefined, lastName: lastName.trim() || undefined },
      });
      setState('made');
    } catch (error) {
      setState('open');
      setRefusal(error);
    }
  };
  if (state === 'made') return <Made email={values.email} next={next} />;
  const refused = (name: Name) => (isProblem(refusal) ? refusal.field(name) : undefined);
  const field = (name: Name) => ({
    name,
    value: values[name],
    maxLength: 200,
    onChange: (event: { target: { value: string } }) => setValues((now) => ({ ...now, [name]: event.target.value })),
  });
  return (
    <FormPage
      title="Make an account"
      text="Your orders in one place, and nothing to type twice."
      after={
        <>
          You have one?{' '}
          <Link to={paths.signIn(next)} className="text-accent underline underline-offset-4">
            Sign in
          </Link>
        </>
      }
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="First name" optional autoComplete="given-name" error={refused('firstName')} {...field('firstName')} />
          <TextField label="Last name" optional autoComplete="family-name" error={refused('lastName')} {...field('lastName')} />
        </div>
        <TextField
          label="E-mail"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf('email') ?? refused('email')}
          onBlur={() => leave('email')}
          {...field('email')}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          error={errorOf('password') ?? refused('password')}
          hint="At least 10 characters."
          onBlur={() => leave('password')}
          {...field('password')}
        />
        {refusal !== null && (
          <Alert tone="danger" announce>
            {wordsFor(refusal)}
          </Alert>
        )}
        <Button type="submit" size="l" busy={state === 'busy'} className="w-full">
          Make an account
        </Button>
      </form>
    </FormPage>
  );
}

function Made({ email, next }: { email: string; next: string | undefined }) {
  return (
    <div role="status">
      <Empty
        icon={MailCheck}
        title="Look into your mailbox"
        heading="h1"
        action={<ButtonLink to={paths.signIn(next)}>Go to sign in</ButtonLink>}
      >
        <p>
          We have written to <span className="wrap-anywhere text-ink">{email}</span>. If there was an account already, that mail
          says so.
        </p>
      </Empty>
    </div>
  );
}

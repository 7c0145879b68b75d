import { api, isProblem, type Order } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState, type FormEvent } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { checkPassword } from '../account/password.ts';

/** One step after a guest's purchase: everything but a password is known already. */
export function MakeAccount({ order }: { order: Order }) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [state, setState] = useState<'open' | 'busy' | 'made'>('open');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const slip = checkPassword(password);
    setError(slip);
    if (slip) return;
    setState('busy');
    const [firstName = '', ...rest] = order.shippingAddress.name.split(' ');
    try {
      await api.POST('/api/v1/auth/register', {
        body: { email: order.email, password, firstName, lastName: rest.join(' ') || undefined },
      });
      setState('made');
    } catch (refusal) {
      setState('open');
      setError((isProblem(refusal) ? refusal.field('password') : undefined) ?? wordsFor(refusal));
    }
  };
  if (state === 'made')
    return (
      <Alert tone="success" title="Almost there" announce>
        We have written to {order.email}. Open the link in that mail to confirm the account.
      </Alert>
    );
  return (
    <section aria-labelledby="make-account" className="no-print rounded-panel border border-line p-6">
      <h2 id="make-account" className="text-lg font-semibold">
        Keep your orders together
      </h2>
      <p className="mt-1 text-sm text-ink-2">Choose a password, and next time everything is filled in.</p>
      <form onSubmit={(event) => void submit(event)} noValidate className="mt-4 space-y-3">
        <input type="hidden" name="username" autoComplete="username" value={order.email} readOnly />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          value={password}
          error={error}
          hint="At least 10 characters."
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" look="secondary" busy={state === 'busy'} className="w-full">
          Make an account
        </Button>
      </form>
    </section>
  );
}

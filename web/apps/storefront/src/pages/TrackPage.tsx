import { useQueryClient } from '@tanstack/react-query';
import { api, isProblem, keepOrderToken, take } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { useTitle } from '../app/title.ts';
import { Alert } from '../components/Alert.tsx';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/Field.tsx';
import { focusFirstInvalid, useShownErrors } from '../lib/use-shown-errors.ts';
import { checkEmail } from './checkout/contact.ts';
import { FormPage } from './FormPage.tsx';

export function TrackPage() {
  useTitle('Track an order');
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [number, setNumber] = useState('');
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const errors = { number: number.trim() ? undefined : 'Enter the order number.', email: checkEmail(email) };
  const { errorOf, leave, showAll } = useShownErrors<'number' | 'email'>(errors);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    showAll();
    if (errors.number || errors.email) return focusFirstInvalid(form.current);
    setBusy(true);
    setProblem('');
    try {
      const found = await take(api.POST('/api/v1/orders/track', { body: { number: number.trim(), email: email.trim() } }));
      keepOrderToken(found.id, found.accessToken);
      client.setQueryData(['order', found.id], found.order);
      void navigate(paths.order(found.id));
    } catch (error) {
      const unknown = isProblem(error) && error.status === 404;
      setProblem(
        unknown
          ? 'There is no order with this number and e-mail address. Both stand in the confirmation we sent.'
          : wordsFor(error),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormPage title="Track an order" text="Enter the number and the e-mail address from the confirmation.">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          label="Order number"
          name="order-number"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          value={number}
          error={errorOf('number')}
          onBlur={() => leave('number')}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          error={errorOf('email')}
          onBlur={() => leave('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        {problem && (
          <Alert tone="danger" announce>
            {problem}
          </Alert>
        )}
        <Button type="submit" size="l" busy={busy} className="w-full">
          Show the order
        </Button>
      </form>
    </FormPage>
  );
}

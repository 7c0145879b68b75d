import { api, isProblem, take } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState, type FormEvent } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

interface Props {
  phone: string | null;
  confirmed: boolean;
  onChange(): void;
}

/** The number for text messages. It counts once the code sent there is typed in. */
export function PhoneForm({ phone, confirmed, onChange }: Props) {
  const [number, setNumber] = useState(phone ?? '');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const toast = useToast();
  const waiting = phone !== null && !confirmed;

  const run = async (work: Promise<unknown>, done: string) => {
    setBusy(true);
    setRefusal(null);
    try {
      await work;
      toast(done);
      onChange();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(take(api.PUT('/api/v1/me/phone', { body: { phone: number } })), 'A code is on its way to that number.');
  };
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    void run(take(api.POST('/api/v1/me/phone/confirmation', { body: { code } })), 'Your number is confirmed.');
  };
  const remove = () => {
    setNumber('');
    setCode('');
    void run(take(api.DELETE('/api/v1/me/phone')), 'Your number is forgotten.');
  };
  const field = isProblem(refusal) ? refusal.field('phone') : undefined;
  return (
    <section aria-labelledby="phone" className="mt-10">
      <h3 id="phone" className="font-semibold">
        Text messages
      </h3>
      <p className="mt-1 text-pretty text-ink-2">
        {phone === null ? 'Add a number to be told by text message.' : waiting ? `We sent a code to ${phone}.` : `They go to ${phone}.`}
      </p>
      {phone === null && (
        <form onSubmit={send} noValidate className="mt-3 flex max-w-md flex-wrap items-start gap-3">
          <TextField
            label="Phone number"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            placeholder="+1 415 555 0123"
            className="min-w-56 grow"
            value={number}
            error={field && `The number ${field}.`}
            onChange={(event) => setNumber(event.target.value)}
          />
          <Button type="submit" look="secondary" busy={busy} className="mt-7">
            Send a code
          </Button>
        </form>
      )}
      {waiting && (
        <form onSubmit={confirm} noValidate className="mt-3 flex max-w-md flex-wrap items-start gap-3">
          <TextField
            label="Code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="min-w-40 grow"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="submit" busy={busy} className="mt-7">
            Confirm
          </Button>
        </form>
      )}
      {refusal !== null && !field && (
        <div className="mt-3 max-w-md">
          <Alert tone="danger" announce>
            {wordsFor(refusal)}
          </Alert>
        </div>
      )}
      {phone !== null && (
        <Button look="quiet" onClick={remove} className="mt-3 -ml-5">
          {waiting ? 'Use another number' : 'Forget this number'}
        </Button>
      )}
    </section>
  );
}

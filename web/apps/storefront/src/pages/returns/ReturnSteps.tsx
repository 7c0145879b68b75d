import { useQueryClient } from '@tanstack/react-query';
import { api, downloadFile, orderHeaders, take, type Return } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { Printer } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

const noted = 'Thank you. We look out for it.';

/** What the customer may do now: print the label, say that the parcel is on its way, call it off. */
export function ReturnSteps({ one }: { one: Return }) {
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState('');
  const run = async (name: string, step: () => Promise<unknown>, done?: string) => {
    setBusy(name);
    setProblem('');
    try {
      await step();
      if (done) toast(done);
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy('');
    }
  };
  const apply = async (call: Promise<{ data?: Return }>) => {
    client.setQueryData(['return', one.id], await take(call));
    await client.invalidateQueries({ queryKey: ['order', one.orderId] });
  };
  const request = { params: { path: { id: one.id } }, headers: orderHeaders(one.orderId) };
  const label = () => downloadFile(`/api/v1/returns/${one.id}/label`, one.orderId, `return-label-${one.number}.pdf`);
  const cancel = () => apply(api.POST('/api/v1/returns/{id}/cancellation', request));
  const send = (body: { carrier?: string; trackingNumber?: string }) =>
    apply(api.POST('/api/v1/returns/{id}/dispatch', { ...request, body }));
  return (
    <>
      {one.status === 'approved' && <SendTo one={one} />}
      {one.status === 'approved' && !one.shopPays && (
        <SentForm busy={busy === 'send'} send={(how) => void run('send', () => send(how), noted)} />
      )}
      <div className="mt-6 flex flex-wrap gap-3 empty:hidden">
        {one.hasLabel && (
          <Button busy={busy === 'label'} onClick={() => void run('label', label)}>
            <Printer size={17} aria-hidden />
            Download the label
          </Button>
        )}
        {one.allowedActions.includes('send') && one.shopPays && (
          <Button look="secondary" busy={busy === 'send'} onClick={() => void run('send', () => send({}), noted)}>
            I have sent it
          </Button>
        )}
        {one.allowedActions.includes('cancel') && (
          <Button look="quiet" busy={busy === 'cancel'} onClick={() => void run('cancel', cancel, `Return ${one.number} was called off.`)}>
            Call the return off
          </Button>
        )}
      </div>
      {problem && (
        <div className="mt-4">
          <Alert tone="danger" announce>
            {problem}
          </Alert>
        </div>
      )}
    </>
  );
}

function SendTo({ one }: { one: Return }) {
  const to = one.sendTo;
  if (!to)
    return one.shopPays ? null : (
      <p className="mt-3 text-ink-2">Answer the mail we sent to ask for the address: the shop has not set one yet.</p>
    );
  const town = [to.city, to.state, to.postalCode].filter(Boolean).join(' ');
  return (
    <div className="mt-6">
      <h2 className="text-sm font-semibold">Send it to</h2>
      <address className="mt-1 not-italic">
        {[to.name, to.company, to.line1, to.line2, town, to.country].filter(Boolean).map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        <span className="tabular mt-1 block text-ink-2">Write on it: {one.number}</span>
      </address>
    </div>
  );
}

function SentForm({ busy, send }: { busy: boolean; send: (how: { carrier?: string; trackingNumber?: string }) => void }) {
  const [carrier, setCarrier] = useState('');
  const [number, setNumber] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ ...(carrier.trim() && { carrier: carrier.trim() }), ...(number.trim() && { trackingNumber: number.trim() }) });
  };
  return (
    <form onSubmit={submit} className="mt-6 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      <TextField label="Carrier" optional maxLength={100} value={carrier} onChange={(event) => setCarrier(event.target.value)} />
      <TextField
        label="Tracking number"
        optional
        maxLength={100}
        autoComplete="off"
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit" look="secondary" busy={busy}>
        I have sent it
      </Button>
    </form>
  );
}

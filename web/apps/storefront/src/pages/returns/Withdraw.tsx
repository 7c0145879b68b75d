import { useQueryClient } from '@tanstack/react-query';
import { api, orderHeaders, take, type Order, type Return } from '@tradepost/api';
import { formatDate, formatDateTime } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink, buttonClass } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';

/** The button the law asks for: a first press opens the statement, a second one makes it, and it is confirmed at once. */
export function Withdraw({ order, until }: { order: Order; until: string | null }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(order.name ?? order.shippingAddress.name);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [made, setMade] = useState<Return | null>(null);
  const confirm = async () => {
    setBusy(true);
    setProblem('');
    try {
      setMade(
        await take(
          api.POST('/api/v1/orders/{id}/withdrawal', {
            params: { path: { id: order.id } },
            body: { name: name.trim() },
            headers: orderHeaders(order.id),
          }),
        ),
      );
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (!next && made) void client.invalidateQueries({ queryKey: ['order', order.id] });
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Trigger className={buttonClass('quiet')}>Withdraw from contract</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="animate-fade fixed inset-0 z-40 bg-overlay" />
        <AlertDialog.Content
          className={`animate-rise fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg -translate-x-1/2
          -translate-y-1/2 overflow-y-auto rounded-panel bg-surface p-7 shadow-3 outline-none`}
        >
          {made ? <Confirmed made={made} email={order.email} close={() => change(false)} /> : (
            <>
              <AlertDialog.Title className="text-xl font-semibold">Withdraw from order {order.number}?</AlertDialog.Title>
              <AlertDialog.Description className="mt-2 text-ink-2">
                You may do so without giving a reason{until ? ` until ${formatDate(new Date(Date.parse(until) - 1))}` : ''}. You
                send everything back within 14 days and get back what you paid.
              </AlertDialog.Description>
              <p className="mt-4 rounded-control bg-sunken p-4 text-sm">
                I withdraw from my contract of sale of the goods ordered under number {order.number}.
              </p>
              <div className="mt-4 space-y-4">
                <TextField
                  label="Your name"
                  name="name"
                  autoComplete="name"
                  maxLength={200}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
                <p className="text-sm text-ink-2">The confirmation goes to {order.email}.</p>
                {problem && (
                  <Alert tone="danger" announce>
                    {problem}
                  </Alert>
                )}
              </div>
              <div className="mt-6 flex flex-wrap justify-end gap-3">
                <AlertDialog.Cancel className={buttonClass('secondary')}>Keep the order</AlertDialog.Cancel>
                <Button look="danger" busy={busy} onClick={() => void confirm()}>
                  Confirm withdrawal
                </Button>
              </div>
            </>
          )}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Confirmed({ made, email, close }: { made: Return; email: string; close: () => void }) {
  return (
    <div role="status">
      <AlertDialog.Title className="text-xl font-semibold">You have withdrawn</AlertDialog.Title>
      <AlertDialog.Description className="mt-2 text-ink-2">
        Received {formatDateTime(made.requestedAt)} as <span className="whitespace-nowrap">{made.number}</span>. A confirmation
        for your records is on its way to {email}.
      </AlertDialog.Description>
      <p className="mt-4 rounded-control bg-sunken p-4 text-sm wrap-anywhere">{made.statement}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={close}>
          Close
        </Button>
        <ButtonLink to={paths.return(made.id, made.orderId)}>How to send it back</ButtonLink>
      </div>
    </div>
  );
}

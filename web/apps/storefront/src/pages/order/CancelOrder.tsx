import { useQueryClient } from '@tanstack/react-query';
import { api, orderHeaders, take, type Order } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button, buttonClass } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

export function CancelOrder({ order }: { order: Order }) {
  const client = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const paid = order.payment?.status === 'paid' || order.payment?.status === 'authorized';
  const cancel = async () => {
    setBusy(true);
    setProblem('');
    try {
      await take(
        api.POST('/api/v1/orders/{id}/cancellation', {
          params: { path: { id: order.id } },
          body: {},
          headers: orderHeaders(order.id),
        }),
      );
      await client.invalidateQueries({ queryKey: ['order', order.id] });
      toast(`Order ${order.number} was cancelled.`);
      setOpen(false);
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger className={buttonClass('quiet')}>Cancel order</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="animate-fade fixed inset-0 z-40 bg-overlay" />
        <AlertDialog.Content
          className={`animate-rise fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2
          rounded-panel bg-surface p-7 shadow-3 outline-none`}
        >
          <AlertDialog.Title className="text-xl font-semibold">Cancel order {order.number}?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-2">
            {paid ? 'What you paid goes back the way it came. ' : ''}The items go back on the shelf. This cannot be undone.
          </AlertDialog.Description>
          {problem && (
            <div className="mt-4">
              <Alert tone="danger" announce>
                {problem}
              </Alert>
            </div>
          )}
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel className={buttonClass('secondary')}>Keep it</AlertDialog.Cancel>
            <Button look="danger" busy={busy} onClick={() => void cancel()}>
              Cancel order
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

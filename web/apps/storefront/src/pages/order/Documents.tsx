import { fetchFile, saveFile, type Order } from '@tradepost/api';
import { formatDate } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

/** The papers of an order. They are fetched rather than linked: a link could not carry a guest's key. */
export function Documents({ order }: { order: Order }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (!order.invoice) return null;
  const load = async () => {
    setBusy(true);
    try {
      saveFile(await fetchFile(`/api/v1/orders/${order.id}/invoice`, { orderId: order.id }));
    } catch (error) {
      toast(wordsFor(error), 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="documents" className="no-print">
      <h2 id="documents" className="text-base font-semibold">
        Documents
      </h2>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-[0.9375rem] wrap-anywhere text-ink-2">
          Invoice {order.invoice.number}
          <span className="block text-sm">{formatDate(order.invoice.issuedAt)}</span>
        </p>
        <Button look="secondary" busy={busy} aria-label={`Download invoice ${order.invoice.number} as PDF`} onClick={() => void load()}>
          <FileText size={17} aria-hidden />
          PDF
        </Button>
      </div>
    </section>
  );
}

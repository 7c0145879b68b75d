import { useQuery } from '@tanstack/react-query';
import type { Order } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { creditNotesQuery } from '../../app/queries.ts';
import { Button } from '../../components/Button.tsx';
import { Paper } from './Paper.tsx';

/** The papers of an order: its invoice, and a credit note for each time money went back. */
export function Documents({ order }: { order: Order }) {
  const refunded = order.payment?.refunded?.minor ?? 0;
  const notes = useQuery({ ...creditNotesQuery(order.id, refunded), enabled: refunded > 0 });
  const given = notes.data?.items ?? [];
  if (!order.invoice && given.length === 0 && !notes.isError) return null;
  return (
    <section aria-labelledby="documents" className="no-print">
      <h2 id="documents" className="text-base font-semibold">
        Documents
      </h2>
      <ul className="mt-2 space-y-3">
        {order.invoice && (
          <Paper orderId={order.id} name={`Invoice ${order.invoice.number}`} at={order.invoice.issuedAt} path="invoice" />
        )}
        {given.map((note) => (
          <Paper
            key={note.id}
            orderId={order.id}
            name={`Credit note ${note.number}`}
            note={formatMoney(note.total)}
            at={note.issuedAt}
            path={`credit-notes/${note.id}`}
          />
        ))}
      </ul>
      {notes.isError && (
        <div role="alert" className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <p className="text-[0.9375rem] text-ink-2">The credit notes could not be loaded.</p>
          <Button look="secondary" busy={notes.isFetching} onClick={() => void notes.refetch()}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}

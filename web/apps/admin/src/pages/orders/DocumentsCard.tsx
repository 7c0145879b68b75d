import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Order } from '@tradepost/api';
import { formatDate, formatMoney } from '@tradepost/domain';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { orderCreditNotes, savePaper } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { Card } from '../../parts/Page.tsx';
import { Failed } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Desk.module.css';

/** The papers of an order: its invoice, and a credit note for each time money went back. */
export function DocumentsCard({ order }: { order: Order }) {
  const refunded = order.payment?.refunded?.minor ?? 0;
  const notes = useQuery({ ...orderCreditNotes(order.id, refunded), enabled: refunded > 0 });
  return (
    <Card title="Documents">
      <ul className={classes.list}>
        {order.invoice && (
          <Paper orderId={order.id} name={`Invoice ${order.invoice.number}`} note={formatDate(order.invoice.issuedAt)} path="invoice" />
        )}
        {notes.data?.items.map((note) => (
          <Paper
            key={note.id}
            orderId={order.id}
            name={`Credit note ${note.number}`}
            note={`${formatDate(note.issuedAt)} · ${formatMoney(note.total)}`}
            path={`credit-notes/${note.id}`}
          />
        ))}
      </ul>
      {!order.invoice && (
        <p className="soft">The invoice is made when the order is paid, or with its first parcel if it is paid at the door.</p>
      )}
      {notes.isError && <Failed what="The credit notes could not be loaded." error={notes.error} onRetry={() => void notes.refetch()} />}
    </Card>
  );
}

interface Props {
  orderId: string;
  name: string;
  note: string;
  path: string;
}

function Paper({ orderId, name, note, path }: Props) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await savePaper(orderId, path);
    } catch (error) {
      toast({ title: `${name} was not loaded`, detail: problemOf(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className={classes.row}>
      <span>
        <span className="row-main">{name}</span>
        <span className="row-note">{note}</span>
      </span>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<Download size={14} aria-hidden />}
        aria-label={`Download ${name.replace(/^./, (c) => c.toLowerCase())} as PDF`}
        onClick={() => void save()}
      >
        PDF
      </Button>
    </li>
  );
}

import { Button } from '@mantine/core';
import type { Order } from '@tradepost/api';
import { Mail } from 'lucide-react';
import { useResendMail } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { Card } from '../../parts/Page.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Desk.module.css';

const mails: Record<string, string> = {
  confirmation: 'Confirmation',
  shipment: 'Parcel on its way',
  delivery: 'Delivered',
  cancellation: 'Cancelled',
};

export function MailsCard({ order }: { order: Order }) {
  const send = useResendMail(order.id);
  const toast = useToast();
  const due = order.mails ?? [];
  if (due.length === 0) return null;
  return (
    <Card title="Mails">
      <ul className={classes.list}>
        {due.map((kind) => (
          <li key={kind} className={classes.row}>
            <span>{mails[kind] ?? kind}</span>
            <Button
              size="xs"
              variant="default"
              leftSection={<Mail size={14} aria-hidden />}
              loading={send.isPending && send.variables === kind}
              aria-label={`Send “${mails[kind] ?? kind}” again`}
              onClick={() =>
                send.mutate(kind, {
                  onSuccess: () => toast({ title: 'The mail is on its way', detail: `To ${order.email}.` }),
                  onError: (error) => toast({ title: 'No mail was sent', detail: problemOf(error).message, tone: 'danger' }),
                })
              }
            >
              Send again
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

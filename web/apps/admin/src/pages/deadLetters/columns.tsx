import type { Mail, ShortNotice, WebhookDelivery } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';

interface Failure {
  attempts: number;
  createdAt: string;
}

const tried = <T extends Failure>(): Column<T>[] => [
  {
    key: 'attempts',
    header: 'Tried',
    end: true,
    width: 100,
    cell: (one) => <span className="figures soft">{plural(one.attempts, 'time')}</span>,
  },
  {
    key: 'when',
    header: 'Written',
    phone: 'subEnd',
    end: true,
    width: 140,
    cell: (one) => (
      <span className="soft">
        <When at={one.createdAt} />
      </span>
    ),
  },
];

export const mailColumns: Column<Mail>[] = [
  {
    key: 'subject',
    header: 'Mail',
    phone: 'main',
    cell: (mail) => (
      <>
        <RowLink to={paths.mail(mail.id)}>{mail.subject}</RowLink>
        <span className="row-note">{mail.error}</span>
      </>
    ),
  },
  { key: 'to', header: 'To', phone: 'sub', width: '28%', cell: (mail) => <span className="row-main">{mail.to}</span> },
  ...tried<Mail>(),
];

export const noticeColumns: Column<ShortNotice>[] = [
  {
    key: 'text',
    header: 'Notice',
    phone: 'main',
    cell: (notice) => (
      <>
        <span className="row-main">{notice.text}</span>
        <span className="row-note">{notice.error}</span>
      </>
    ),
  },
  {
    key: 'to',
    header: 'To',
    phone: 'sub',
    width: '28%',
    cell: (notice) => <span className="row-main">{notice.channel === 'push' ? `A browser of ${notice.email}` : notice.to}</span>,
  },
  ...tried<ShortNotice>(),
];

export const webhookColumns: Column<WebhookDelivery>[] = [
  {
    key: 'type',
    header: 'Event',
    phone: 'main',
    cell: (one) => (
      <>
        <RowLink to={`${paths.webhook(one.endpointId)}?status=failed`}>{one.type}</RowLink>
        <span className="row-note">{one.lastError ?? `The receiver answered ${one.lastStatus ?? 'nothing'}.`}</span>
      </>
    ),
  },
  { key: 'url', header: 'Receiver', phone: 'sub', width: '28%', cell: (one) => <span className="row-main">{one.url}</span> },
  ...tried<WebhookDelivery>(),
];

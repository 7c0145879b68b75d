import { useQuery } from '@tanstack/react-query';
import type { DeadLetter } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useMemo, useState, type ReactNode } from 'react';
import { deadLetterList, mailList } from '../../data/messages.ts';
import { deliveryList, noticeList } from '../../data/notices.ts';
import { RowButton, type Column } from '../../parts/DataTable.tsx';
import { Views } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { mailColumns, noticeColumns, webhookColumns } from './columns.tsx';
import { FailureList } from './FailureList.tsx';
import { LetterDrawer } from './LetterDrawer.tsx';

function columnsWith(open: (letter: DeadLetter) => void): Column<DeadLetter>[] {
  return [
    {
      key: 'event',
      header: 'Event',
      phone: 'main',
      cell: (letter) => (
        <>
          <RowButton onClick={() => open(letter)}>{letter.event}</RowButton>
          <span className="row-note">{letter.error}</span>
        </>
      ),
    },
    {
      key: 'subscriber',
      header: 'Failed in',
      phone: 'sub',
      width: '28%',
      cell: (letter) => <span className="row-main">{letter.subscriber}</span>,
    },
    {
      key: 'attempts',
      header: 'Tried',
      end: true,
      width: 100,
      cell: (letter) => <span className="figures soft">{plural(letter.attempts, 'time')}</span>,
    },
    {
      key: 'failed',
      header: 'Gave up',
      phone: 'subEnd',
      end: true,
      width: 140,
      cell: (letter) => (
        <span className="soft">
          <When at={letter.failedAt} />
        </span>
      ),
    },
  ];
}

const shows = [
  ['', 'Events'],
  ['mails', 'Mails'],
  ['notices', 'Phones and browsers'],
  ['webhooks', 'Webhooks'],
] as const;

const nothing = <Empty title="Nothing has failed">Everything reached everyone it was meant for.</Empty>;

export function Component() {
  const { get, page, set } = useListSearch();
  const show = get('show') ?? '';
  const views = (
    <Views
      label="What failed"
      views={shows.map(([value, label]) => ({ label, to: paths.deadLetters({ show: value }), current: show === value }))}
    />
  );
  const parts = { page, onPage: (next: number) => set({ page: next }), views };
  return (
    <Page
      title="Dead letters"
      note="What could not be delivered, after every try. Nothing is lost while it stands here."
    >
      {show === 'mails' && <Mails {...parts} />}
      {show === 'notices' && <Notices {...parts} />}
      {show === 'webhooks' && <Webhooks {...parts} />}
      {!['mails', 'notices', 'webhooks'].includes(show) && <Events {...parts} />}
    </Page>
  );
}

interface PartProps {
  page: number;
  onPage(page: number): void;
  views: ReactNode;
}

function Events(parts: PartProps) {
  const letters = useQuery(deadLetterList({ page: parts.page, pageSize: 25 }));
  const [opened, setOpened] = useState<DeadLetter | null>(null);
  const columns = useMemo(() => columnsWith(setOpened), []);
  return (
    <>
      <FailureList label="Dead letters" noun="event" source="dead-letters" query={letters} columns={columns} empty={nothing} {...parts} />
      <LetterDrawer letter={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function Mails(parts: PartProps) {
  const mails = useQuery(mailList({ status: 'failed', page: parts.page, pageSize: 25 }));
  return <FailureList label="Failed mails" noun="mail" source="mails" query={mails} columns={mailColumns} empty={nothing} {...parts} />;
}

function Notices(parts: PartProps) {
  const notices = useQuery(noticeList({ status: 'failed', page: parts.page, pageSize: 25 }));
  return (
    <FailureList label="Failed notices" noun="notice" source="notices" query={notices} columns={noticeColumns} empty={nothing} {...parts} />
  );
}

function Webhooks(parts: PartProps) {
  const failed = useQuery(deliveryList({ status: 'failed', page: parts.page, pageSize: 25 }));
  return (
    <FailureList
      label="Failed webhooks"
      noun="event"
      source="webhook-deliveries"
      query={failed}
      columns={webhookColumns}
      empty={nothing}
      {...parts}
    />
  );
}

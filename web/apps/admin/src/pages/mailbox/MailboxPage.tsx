import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Mail } from '@tradepost/api';
import { mailList } from '../../data/messages.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { SearchField } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { MailBadge } from '../../parts/StatusBadge.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';

const columns: Column<Mail>[] = [
  {
    key: 'subject',
    header: 'Subject',
    phone: 'main',
    cell: (mail) => (
      <>
        <RowLink to={paths.mail(mail.id)}>{mail.subject}</RowLink>
        {mail.error && <span className="row-note">{mail.error}</span>}
      </>
    ),
  },
  { key: 'to', header: 'To', phone: 'sub', width: '30%', cell: (mail) => <span className="row-main">{mail.to}</span> },
  { key: 'status', header: 'Status', phone: 'end', width: 110, cell: (mail) => <MailBadge status={mail.status} /> },
  {
    key: 'when',
    header: 'Written',
    phone: 'subEnd',
    end: true,
    width: 140,
    cell: (mail) => (
      <span className="soft">
        <When at={mail.createdAt} />
      </span>
    ),
  },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const q = get('q');
  const mails = useQuery(mailList({ q, page, pageSize: 25 }));
  return (
    <Page title="Mailbox" note="Every mail the shop has written. Without a mail server they stay here, readable.">
      <ListView
        label="Mails"
        query={mails}
        columns={columns}
        rowKey={(mail) => mail.id}
        page={page}
        onPage={(next) => set({ page: next })}
        toolbar={
          <SearchField
            label="Search mails"
            placeholder="Subject or recipient"
            value={q}
            onSearch={(text) => set({ q: text }, { replace: true })}
          />
        }
        empty={
          q ? (
            <Empty
              title={`Nothing found for “${q}”`}
              action={
                <Button variant="default" onClick={() => set({ q: '' })}>
                  Clear the search
                </Button>
              }
            >
              Search by subject or recipient.
            </Empty>
          ) : (
            <Empty title="No mail yet">Order confirmations and shipping notes show up here.</Empty>
          )
        }
      />
    </Page>
  );
}

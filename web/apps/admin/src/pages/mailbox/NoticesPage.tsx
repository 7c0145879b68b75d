import { useQuery } from '@tanstack/react-query';
import type { ShortNotice } from '@tradepost/api';
import { noticeList } from '../../data/notices.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { SearchField } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { MailBadge } from '../../parts/StatusBadge.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';

const columns: Column<ShortNotice>[] = [
  {
    key: 'text',
    header: 'Says',
    phone: 'main',
    cell: (notice) => (
      <>
        <span className="row-main">{notice.text}</span>
        {notice.error && <span className="row-note">{notice.error}</span>}
      </>
    ),
  },
  {
    key: 'to',
    header: 'To',
    phone: 'sub',
    width: '30%',
    cell: (notice) => (
      <>
        <span className="row-main">{notice.channel === 'push' ? 'A browser' : notice.to}</span>
        <span className="row-note">{notice.email}</span>
      </>
    ),
  },
  {
    key: 'status',
    header: 'Status',
    phone: 'end',
    width: 130,
    cell: (notice) => (
      <>
        <MailBadge status={notice.status} />
        {notice.providerStatus && <span className="row-note">{notice.providerStatus}</span>}
      </>
    ),
  },
  {
    key: 'when',
    header: 'Written',
    phone: 'subEnd',
    end: true,
    width: 140,
    cell: (notice) => (
      <span className="soft">
        <When at={notice.createdAt} />
      </span>
    ),
  },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const q = get('q');
  const notices = useQuery(noticeList({ q, page, pageSize: 25 }));
  return (
    <Page title="Phones and browsers" note="Text messages and browser notices. Without a provider text messages stay here, readable.">
      <ListView
        label="Notices"
        query={notices}
        columns={columns}
        rowKey={(notice) => notice.id}
        page={page}
        onPage={(next) => set({ page: next })}
        toolbar={
          <SearchField
            label="Search notices"
            placeholder="Recipient or text"
            value={q}
            onSearch={(text) => set({ q: text }, { replace: true })}
          />
        }
        empty={
          <Empty title={q ? `Nothing found for “${q}”` : 'No notices yet'}>
            {q ? 'Search by recipient or text.' : 'Order updates go to customers who switched them on in their account.'}
          </Empty>
        }
      />
    </Page>
  );
}

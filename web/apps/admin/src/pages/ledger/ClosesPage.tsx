import { useQuery } from '@tanstack/react-query';
import type { DailyClose } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { dailyCloses } from '../../data/ledger.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';

const columns: Column<DailyClose>[] = [
  { key: 'day', header: 'Day', phone: 'main', width: 150, cell: (one) => <RowLink to={paths.close(one.day)}>{one.day}</RowLink> },
  { key: 'currency', header: 'Currency', phone: 'sub', width: 110, cell: (one) => one.currency },
  { key: 'postings', header: 'Postings', end: true, width: 110, cell: (one) => <span className="figures">{one.postings}</span> },
  {
    key: 'received',
    header: 'Came in',
    end: true,
    phone: 'end',
    cell: (one) => <span className="figures">{formatMoney(one.received)}</span>,
  },
  {
    key: 'given',
    header: 'Went out',
    end: true,
    phone: 'subEnd',
    cell: (one) => <span className="figures">{formatMoney(one.givenBack)}</span>,
  },
];

/** The days that are over, each sealed with the one before it. */
export function Component() {
  const { page, set } = useListSearch();
  const closes = useQuery(dailyCloses(page));
  return (
    <Page title="Daily closes" note="Each day is closed at the shop’s midnight. What comes later belongs to the next day.">
      <ListView
        label="Daily closes"
        query={closes}
        columns={columns}
        rowKey={(one) => `${one.day} ${one.currency}`}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={<Empty title="No day is closed yet">The first day with a payment is closed at midnight.</Empty>}
      />
    </Page>
  );
}

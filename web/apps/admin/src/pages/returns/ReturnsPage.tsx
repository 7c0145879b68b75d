import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReturnListItem } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { returnList } from '../../data/returns.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { ReturnBadge } from './words.tsx';

const views: [label: string, status: string][] = [
  ['Open', 'open'],
  ['To decide', 'requested'],
  ['Approved', 'approved'],
  ['On their way', 'inTransit'],
  ['To inspect', 'received'],
  ['Complete', 'closed'],
  ['All', ''],
];

const columns: Column<ReturnListItem>[] = [
  {
    key: 'number',
    header: 'Return',
    phone: 'main',
    width: 1,
    cell: (one) => (
      <span className="nowrap">
        <RowLink to={paths.return(one.id)}>{one.number}</RowLink>
      </span>
    ),
  },
  {
    key: 'at',
    header: 'Asked for',
    phone: 'subEnd',
    width: 140,
    cell: (one) => (
      <span className="soft">
        <When at={one.requestedAt} />
      </span>
    ),
  },
  { key: 'customer', header: 'Customer', phone: 'sub', cell: (one) => one.customerName },
  { key: 'order', header: 'Order', cell: (one) => <span className="soft nowrap">{one.orderNumber}</span> },
  { key: 'status', header: 'Status', phone: 'foot', cell: (one) => <ReturnBadge status={one.status} /> },
  {
    key: 'items',
    header: 'Items',
    cell: (one) => (
      <span className="soft" title={one.names.join(', ')}>
        {plural(one.units, 'item')}
        {one.kind === 'withdrawal' ? ', withdrawal' : ''}
      </span>
    ),
  },
  {
    key: 'refund',
    header: 'Refund',
    phone: 'end',
    end: true,
    width: 120,
    cell: (one) => <span className="figures">{one.refund ? formatMoney(one.refund) : ''}</span>,
  },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const status = get('status') ?? 'open';
  const q = get('q');
  const returns = useQuery(returnList({ status: status === 'all' ? undefined : status, q, page, pageSize: 25 }));
  const toolbar = (
    <>
      <Views
        label="Returns by state"
        views={views.map(([label, value]) => ({
          label,
          to: paths.returns({ status: value === 'open' ? undefined : value || 'all', q }),
          current: status === (value || 'all'),
        }))}
      />
      <SearchField label="Search returns" placeholder="Number, order or name" value={q} onSearch={(text) => set({ q: text })} />
    </>
  );
  return (
    <Page title="Returns">
      <ListView
        label="Returns"
        query={returns}
        columns={columns}
        rowKey={(one) => one.id}
        toolbar={toolbar}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={<Nothing searched={Boolean(q)} open={status === 'open'} reset={() => set({ q: '' })} />}
      />
    </Page>
  );
}

function Nothing({ searched, open, reset }: { searched: boolean; open: boolean; reset(): void }) {
  if (searched)
    return (
      <Empty title="No return fits" action={<Button variant="default" onClick={reset}>Remove the search</Button>}>
        Try another word, or look in all returns.
      </Empty>
    );
  return (
    <Empty title={open ? 'Nothing waits for you' : 'Nothing here right now'}>
      Returns show up here when customers ask for them.
    </Empty>
  );
}

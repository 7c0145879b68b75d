import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LedgerEntry } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { ledgerEntries, trialBalance } from '../../data/ledger.ts';
import { DataTable, RowLink, type Column } from '../../parts/DataTable.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Ledger.module.css';
import { postingWords } from './words.ts';

const columns: Column<LedgerEntry>[] = [
  {
    key: 'order',
    header: 'Order',
    phone: 'main',
    width: 130,
    cell: (one) => <RowLink to={paths.order(one.orderId)}>{one.orderNumber}</RowLink>,
  },
  { key: 'kind', header: 'What', phone: 'sub', cell: (one) => postingWords[one.kind] },
  { key: 'at', header: 'Booked', phone: 'subEnd', width: 190, cell: (one) => <span className="soft"><Moment at={one.at} /></span> },
  {
    key: 'debit',
    header: 'Debit',
    end: true,
    width: 130,
    phone: 'end',
    cell: (one) => <span className="figures">{one.amount.minor > 0 ? formatMoney(one.amount) : ''}</span>,
  },
  {
    key: 'credit',
    header: 'Credit',
    end: true,
    width: 130,
    phone: 'foot',
    cell: (one) => (
      <span className="figures">{one.amount.minor < 0 ? formatMoney({ ...one.amount, minor: -one.amount.minor }) : ''}</span>
    ),
  },
];

/** The entries of one account, newest first. */
export function Component() {
  const { get, set } = useListSearch();
  const [account, currency, to, after] = [get('account'), get('currency'), get('to'), get('after')];
  const entries = useQuery(ledgerEntries({ account, currency, from: get('from'), to, after }));
  const balance = useQuery(trialBalance());
  const name = balance.data?.sheets.flatMap((sheet) => sheet.accounts).find((one) => one.code === account)?.name ?? account;
  const failed = entries.isError && !entries.data;
  return (
    <Page
      title={name ?? 'Entries'}
      note={[currency, to && 'up to the day you chose'].filter(Boolean).join(', ') || undefined}
      back={{ to: paths.ledger(), label: 'Ledger' }}
    >
      {failed && <Failed what="The entries could not be loaded." error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data?.items.length === 0 && <Empty title="Nothing is booked here">Choose another account or a later day.</Empty>}
      {!failed && entries.data?.items.length !== 0 && (
        <DataTable
          label="Entries"
          columns={columns}
          rows={entries.data?.items}
          rowKey={(one) => one.id}
          stale={entries.isPlaceholderData}
        />
      )}
      <div className={classes.pages}>
        {after && (
          <Button variant="default" onClick={() => set({ after: undefined })}>
            Newest
          </Button>
        )}
        {entries.data?.next && (
          <Button variant="default" onClick={() => set({ after: entries.data.next ?? undefined })}>
            Older
          </Button>
        )}
      </div>
    </Page>
  );
}

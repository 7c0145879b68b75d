import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BalanceOfAccount, BalanceSheet } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { Link } from 'react-router';
import { trialBalance } from '../../data/ledger.ts';
import { DataTable, RowLink, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import classes from './Ledger.module.css';
import { endOf, kindWords } from './words.ts';

const columns = (currency: string, to: string | undefined): Column<BalanceOfAccount>[] => [
  {
    key: 'name',
    header: 'Account',
    phone: 'main',
    cell: (one) => (
      <RowLink to={paths.ledgerEntries({ account: one.code, currency, ...(to && { to }) })}>{one.name}</RowLink>
    ),
  },
  { key: 'kind', header: 'Kind', phone: 'sub', width: 140, cell: (one) => <span className="soft">{kindWords[one.kind]}</span> },
  {
    key: 'debit',
    header: 'Debit',
    end: true,
    width: 150,
    phone: 'end',
    cell: (one) => <span className="figures">{one.debit ? formatMoney(one.debit) : ''}</span>,
  },
  {
    key: 'credit',
    header: 'Credit',
    end: true,
    width: 150,
    phone: 'subEnd',
    cell: (one) => <span className="figures">{one.credit ? formatMoney(one.credit) : ''}</span>,
  },
];

/** What stands on each account. Every number leads to the entries it is the sum of. */
export function Component() {
  const { get, set } = useListSearch();
  const day = get('at');
  const balance = useQuery(trialBalance(day && endOf(day)));
  return (
    <Page
      title="Ledger"
      note="What stands on each account. Debits and credits always come to the same sum."
      actions={
        <Button variant="default" component={Link} to={paths.closes()}>
          Daily closes
        </Button>
      }
    >
      <div className={classes.tools}>
        <TextInput
          type="date"
          label="Up to the end of"
          value={day ?? ''}
          onChange={(event) => set({ at: event.currentTarget.value || undefined })}
        />
        {day && (
          <Button variant="subtle" onClick={() => set({ at: undefined })}>
            Until now
          </Button>
        )}
      </div>
      {balance.isError && !balance.data && (
        <Failed what="The balance could not be loaded." error={balance.error} onRetry={() => void balance.refetch()} />
      )}
      {balance.isPending && <Lines />}
      {balance.data?.sheets.length === 0 && <Empty title="Nothing is booked">The first payment opens the books.</Empty>}
      {balance.data?.sheets.map((sheet) => (
        <Sheet key={sheet.currency} sheet={sheet} to={day && endOf(day)} />
      ))}
    </Page>
  );
}

function Sheet({ sheet, to }: { sheet: BalanceSheet; to: string | undefined }) {
  return (
    <Card title={`Trial balance, ${sheet.currency}`} flush>
      <DataTable
        label={`Accounts in ${sheet.currency}`}
        columns={columns(sheet.currency, to)}
        rows={sheet.accounts}
        rowKey={(one) => one.code}
      />
      <dl className={classes.sums}>
        <dt>Debits</dt>
        <dd className="figures">{formatMoney(sheet.debit)}</dd>
        <dt>Credits</dt>
        <dd className="figures">{formatMoney(sheet.credit)}</dd>
      </dl>
    </Card>
  );
}

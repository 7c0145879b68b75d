import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ClosedAccount } from '@tradepost/api';
import { formatMoney, plural, type Money } from '@tradepost/domain';
import { useParams } from 'react-router';
import { closeAsCsv, dailyClose } from '../../data/ledger.ts';
import { download } from '../../parts/csv.ts';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { paths } from '../../paths.ts';
import classes from './Ledger.module.css';

type Figure = 'opening' | 'gained' | 'given' | 'closing';

const amount = (key: Figure, header: string, phone?: 'end' | 'sub' | 'subEnd'): Column<ClosedAccount> => ({
  key,
  header,
  end: true,
  width: 140,
  ...(phone && { phone }),
  cell: (one) => <span className="figures">{shown(one[key])}</span>,
});

const shown = (value: Money) => (value.minor === 0 ? '–' : formatMoney(value));

const columns: Column<ClosedAccount>[] = [
  { key: 'name', header: 'Account', phone: 'main', cell: (one) => one.name },
  amount('opening', 'Opening'),
  amount('gained', 'Debit', 'sub'),
  amount('given', 'Credit', 'subEnd'),
  amount('closing', 'Closing', 'end'),
];

/** What one day's close says: every account before, during and after it. */
export function Component() {
  const { day = '' } = useParams();
  const close = useQuery(dailyClose(day));
  const csv = useMutation({
    mutationFn: () => closeAsCsv(day),
    onSuccess: (text) => download(`close-${day}.csv`, String(text)),
  });
  return (
    <Page
      title={`Close of ${day}`}
      back={{ to: paths.closes(), label: 'Daily closes' }}
      actions={
        close.data && (
          <Button variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
            Download CSV
          </Button>
        )
      }
    >
      <Refusal error={csv.error} />
      {close.isError && <Failed what="This day could not be loaded." error={close.error} onRetry={() => void close.refetch()} />}
      {close.isPending && <Lines />}
      <div className={classes.stack}>
        {close.data?.sheets.map((sheet) => (
          <Card key={sheet.close.currency} title={`${sheet.close.currency}, ${plural(sheet.close.postings, 'posting')}`} flush>
            <DataTable
              label={`Accounts in ${sheet.close.currency}`}
              columns={columns}
              rows={sheet.accounts}
              rowKey={(one) => one.code}
            />
            <p className={classes.seal}>
              Seal {sheet.close.seal}
              {sheet.before ? `, after ${sheet.before.slice(0, 12)}…` : ', the first in this currency'}
            </p>
          </Card>
        ))}
      </div>
    </Page>
  );
}

import { Button, Checkbox } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useMemo, useState, type ReactNode } from 'react';
import { useBulk, type FailureSource } from '../../data/notices.ts';
import { problemOf } from '../../data/problems.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './DeadLetters.module.css';

interface Props<T> {
  label: string;
  /** "mail": what one of them is. */
  noun: string;
  source: FailureSource;
  query: UseQueryResult<Page<T>>;
  columns: Column<T>[];
  page: number;
  onPage(page: number): void;
  views: ReactNode;
  empty: ReactNode;
}

/** What failed for good, of one kind: retried or dropped, some or all of it. */
export function FailureList<T extends { id: string }>({ label, noun, source, query, columns, page, onPage, views, empty }: Props<T>) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const bulk = useBulk(source);
  const toast = useToast();
  const ids = chosen.filter((id) => query.data?.items.some((one) => one.id === id));
  const count = ids.length > 0 ? ids.length : (query.data?.total ?? 0);
  const all = ids.length === 0;

  const run = async (action: 'retry' | 'drop') => {
    setAsking(false);
    try {
      const done = await bulk.mutateAsync(all ? { action } : { action, ids });
      toast({ title: `${plural(done.count, noun)} ${action === 'retry' ? 'tried again' : 'dropped'}` });
      setChosen([]);
    } catch (error) {
      toast({ title: 'That did not work', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const choose = useMemo<Column<T>>(
    () => ({
      key: 'choose',
      header: 'Chosen',
      quiet: true,
      width: 44,
      phone: 'foot',
      cell: (one) => (
        <Checkbox
          aria-label={`Choose this ${noun}`}
          checked={chosen.includes(one.id)}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            setChosen((before) => (on ? [...before, one.id] : before.filter((id) => id !== one.id)));
          }}
        />
      ),
    }),
    [chosen, noun],
  );
  return (
    <>
      <ListView
        label={label}
        query={query}
        columns={[choose, ...columns]}
        rowKey={(one) => one.id}
        page={page}
        onPage={onPage}
        toolbar={
          <>
            {views}
            {count > 0 && (
              <div className={classes.bulk} role="group" aria-label={all ? 'All of them' : 'The chosen ones'}>
                <Button variant="default" loading={bulk.isPending} onClick={() => void run('retry')}>
                  {all ? `Try all ${count} again` : `Try ${count} again`}
                </Button>
                <Button variant="default" c="var(--admin-danger-text)" onClick={() => setAsking(true)}>
                  {all ? `Drop all ${count}` : `Drop ${count}`}
                </Button>
              </div>
            )}
          </>
        }
        empty={empty}
      />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Drop ${plural(count, noun)}?`}
        confirm="Drop"
        keep="Keep"
        busy={bulk.isPending}
        onConfirm={() => void run('drop')}
      >
        What they should have done stays undone. This cannot be taken back.
      </ConfirmDialog>
    </>
  );
}

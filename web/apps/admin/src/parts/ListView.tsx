import type { UseQueryResult } from '@tanstack/react-query';
import type { Page } from '@tradepost/api';
import type { ReactNode } from 'react';
import { DataTable, type Column } from './DataTable.tsx';
import classes from './ListView.module.css';
import { Pager } from './Pager.tsx';
import { Failed } from './States.tsx';

interface Props<T> {
  label: string;
  query: UseQueryResult<Page<T> & { more?: boolean }>;
  columns: Column<T>[];
  rowKey(row: T): string;
  empty: ReactNode;
  /** Tabs, search and filters above the rows. */
  toolbar?: ReactNode;
  /** Rows stand closer. */
  dense?: boolean;
  page: number;
  onPage(page: number): void;
  sort?: string | undefined;
  onSort?(sort: string): void;
}

/** One list: its tools, then its rows or what stands in for them, then the pages. */
export function ListView<T>({ label, query, columns, rowKey, empty, toolbar, page, onPage, sort, onSort, dense }: Props<T>) {
  const { data, isError, error, refetch, isPlaceholderData } = query;
  const failed = isError && !data;
  return (
    <section className={classes.list} aria-label={label} data-dense={dense || undefined}>
      {toolbar && <div className={classes.tools}>{toolbar}</div>}
      {failed && <Failed what={`${label} could not be loaded.`} error={error} onRetry={() => void refetch()} />}
      {!failed && data?.items.length === 0 && empty}
      {!failed && data?.items.length !== 0 && (
        <DataTable
          label={label}
          columns={columns}
          rows={data?.items}
          rowKey={rowKey}
          sort={sort}
          {...(onSort && { onSort })}
          stale={isPlaceholderData}
        />
      )}
      {data && <Pager page={page} pageSize={data.pageSize} total={data.total} more={data.more} onPage={onPage} />}
    </section>
  );
}

import { Skeleton, VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './DataTable.module.css';
import { useRowKeys } from './useRowKeys.ts';

export interface Column<T> {
  key: string;
  header: string;
  /** A column without a visible header (a picture, a menu) still names itself to screen readers. */
  quiet?: boolean;
  end?: boolean;
  width?: number | string;
  /** Where it stands on the card that a row becomes on a phone; left out, it is not shown there. */
  phone?: 'thumb' | 'main' | 'end' | 'sub' | 'subEnd' | 'foot';
  sort?: { up: string; down: string };
  cell(row: T): ReactNode;
}

export interface TableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey(row: T): string;
  sort?: string | undefined;
  onSort?(sort: string): void;
  /** Old rows stay, faded, while the next ones are on their way. */
  stale?: boolean;
}

function HeadCell<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
}) {
  const { sort: keys, header } = column;
  const direction = keys && sort === keys.up ? 'ascending' : keys && sort === keys.down ? 'descending' : undefined;
  return (
    <th role="columnheader" scope="col" data-end={column.end || undefined} aria-sort={direction} style={{ width: column.width }}>
      {keys && onSort ? (
        <button type="button" className={classes.sort} onClick={() => onSort(direction === 'descending' ? keys.up : keys.down)}>
          {header}
          {direction === 'ascending' && <ArrowUp size={14} aria-hidden />}
          {direction === 'descending' && <ArrowDown size={14} aria-hidden />}
        </button>
      ) : column.quiet ? (
        <VisuallyHidden>{header}</VisuallyHidden>
      ) : (
        header
      )}
    </th>
  );
}

function SkeletonRows<T>({ columns }: { columns: Column<T>[] }) {
  return Array.from({ length: 8 }, (_, index) => (
    <tr key={index} role="row" aria-hidden>
      {columns.map((column) => (
        <td key={column.key} role="cell" data-phone={column.phone} data-end={column.end || undefined}>
          {column.phone === 'thumb' ? (
            <Skeleton width={40} height={40} />
          ) : (
            <Skeleton height={12} miw={56} width={column.end ? 56 : '70%'} ml={column.end ? 'auto' : undefined} my={4} />
          )}
        </td>
      ))}
    </tr>
  ));
}

/** A table on wide screens, a list of cards on phones; the same elements both times, so nothing is read twice. */
export function DataTable<T>({ label, columns, rows, rowKey, sort, onSort, stale }: TableProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const thumb = columns.some((column) => column.phone === 'thumb');
  return (
    <div className={classes.frame} tabIndex={-1}>
      {/* The roles are said aloud because cards on phones change `display`, which would silence them. */}
      <table role="table" className={classes.table} aria-label={label} aria-busy={!rows || stale} data-thumb={thumb || undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} data-stale={stale || undefined}>
          {!rows && <SkeletonRows columns={columns} />}
          {rows?.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td key={column.key} role="cell" data-phone={column.phone} data-end={column.end || undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The one link of a row; the whole row answers to it. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes.target} data-row-target>
      {children}
    </Link>
  );
}

export function RowButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" className={classes.target} data-row-target onClick={onClick}>
      {children}
    </button>
  );
}

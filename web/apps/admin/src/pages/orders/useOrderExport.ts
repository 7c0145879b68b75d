import type { OrderSummary } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { fetchOrders, type OrderQuery } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { download, toCsv } from '../../parts/csv.ts';
import { useToast } from '../../parts/Toasts.tsx';
import { orderCsv } from './orderColumns.tsx';

// A browser holds this many rows with ease; more is a report, not an export.
const limit = 10_000;

async function fetchAll(filter: OrderQuery): Promise<{ rows: OrderSummary[]; total: number }> {
  const rows: OrderSummary[] = [];
  for (let page = 1; ; page++) {
    const answer = await fetchOrders({ ...filter, page, pageSize: 100 });
    rows.push(...answer.items);
    if (answer.items.length === 0 || rows.length >= Math.min(answer.total, limit)) return { rows, total: answer.total };
  }
}

const fileName = () => `orders-${new Date().toISOString().slice(0, 10)}.csv`;

export function useOrderExport(filter: OrderQuery, pageRows: OrderSummary[] | undefined) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  const exportPage = () => {
    download(fileName(), toCsv(orderCsv, pageRows ?? []));
    toast({ title: `Exported ${plural(pageRows?.length ?? 0, 'order')}` });
  };

  const exportAll = async () => {
    setBusy(true);
    try {
      const { rows, total } = await fetchAll(filter);
      download(fileName(), toCsv(orderCsv, rows));
      const cut = rows.length < total ? { detail: `The list has ${plural(total, 'order')}; filter it to get the rest.` } : {};
      toast({ title: `Exported ${plural(rows.length, 'order')}`, ...cut });
    } catch (error) {
      toast({ title: 'Nothing was exported', detail: problemOf(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  return { busy, exportPage, exportAll };
}

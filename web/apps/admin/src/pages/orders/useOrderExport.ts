import type { StaffOrder } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { saveOrders } from '../../data/orderDesk.ts';
import type { OrderQuery } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { download, toCsv } from '../../parts/csv.ts';
import { useToast } from '../../parts/Toasts.tsx';
import { orderCsv } from './orderColumns.tsx';

const fileName = () => `orders-${new Date().toISOString().slice(0, 10)}.csv`;

/** A page is written here, from what is on the screen; the whole list by the shop, however long it is. */
export function useOrderExport(filter: OrderQuery, pageRows: StaffOrder[] | undefined) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();

  const exportPage = () => {
    download(fileName(), toCsv(orderCsv, pageRows ?? []));
    toast({ title: `Exported ${plural(pageRows?.length ?? 0, 'order')}` });
  };

  const exportAll = async () => {
    setBusy(true);
    try {
      await saveOrders({ ...filter, sort: undefined });
      toast({ title: 'Exported the list' });
    } catch (error) {
      toast({ title: 'Nothing was exported', detail: problemOf(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };

  return { busy, exportPage, exportAll };
}

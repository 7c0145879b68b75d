import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@tradepost/domain';
import { orderList } from '../data/orders.ts';
import { productList } from '../data/products.ts';
import { factOf, orderStatuses } from '../parts/StatusBadge.tsx';
import { paths } from '../paths.ts';
import { groups } from './Navigation.tsx';

export interface PaletteItem {
  key: string;
  group: 'Go to' | 'Orders' | 'Products';
  label: string;
  note?: string;
  to: string;
}

const pages: PaletteItem[] = [
  ...groups.flatMap(({ entries }) => entries.map(({ to, label }) => ({ key: to, group: 'Go to' as const, label, to }))),
  { key: 'new-product', group: 'Go to', label: 'New product', to: paths.newProduct() },
  { key: 'to-ship', group: 'Go to', label: 'Orders to ship', to: paths.orders({ status: 'processing' }) },
  { key: 'low-stock', group: 'Go to', label: 'Low stock', to: paths.stock({ show: 'low' }) },
];

/** Pages at once; orders and products as soon as two letters say what is looked for. */
export function usePaletteItems(text: string) {
  const wanted = text.trim().toLowerCase();
  const enabled = wanted.length >= 2;
  const orders = useQuery({ ...orderList({ q: wanted, pageSize: 5 }), enabled });
  const products = useQuery({ ...productList({ q: wanted, pageSize: 5 }), enabled });

  const items: PaletteItem[] = pages.filter((page) => page.label.toLowerCase().includes(wanted)).slice(0, wanted ? 5 : 20);
  if (enabled) {
    for (const order of orders.data?.items ?? []) {
      const status = factOf(orderStatuses, order.status).label;
      const note = `${order.customerName ?? order.email} · ${formatMoney(order.total)} · ${status}`;
      items.push({ key: order.id, group: 'Orders', label: order.number, note, to: paths.order(order.id) });
    }
    for (const product of products.data?.items ?? []) {
      const note = [product.brand, formatMoney(product.price)].filter(Boolean).join(' · ');
      items.push({ key: product.id, group: 'Products', label: product.name, note, to: paths.product(product.id) });
    }
  }
  return { items, busy: enabled && (orders.isFetching || products.isFetching), failed: orders.isError || products.isError };
}

import type { AdminPrices, AdminVariantPrices } from '@tradepost/api';
import { percentOff } from '@tradepost/domain';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { Card } from '../../parts/Page.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { Amount, optionWords } from '../../parts/Words.tsx';

const none = <span className="soft">–</span>;

const columns: Column<AdminVariantPrices>[] = [
  {
    key: 'variant',
    header: 'Variant',
    phone: 'main',
    cell: (variant) => (
      <>
        {optionWords(variant.options) || variant.sku}
        {Object.keys(variant.options).length > 0 && <span className="row-note">{variant.sku}</span>}
      </>
    ),
  },
  {
    key: 'plan',
    header: 'Now',
    phone: 'sub',
    cell: (variant) => {
      const running = variant.openPlans.find((plan) => plan.inEffect);
      const off = percentOff(variant.price, variant.compareAtPrice);
      return running ? (
        <StatusBadge tone="ok" label={running.name ? `Planned price: ${running.name}` : 'Planned price'} />
      ) : off > 0 ? (
        <StatusBadge tone="info" label={`Reduced by ${off} %`} />
      ) : (
        <span className="soft">Usual price</span>
      );
    },
  },
  {
    key: 'lowest',
    header: 'Lowest, 30 days before',
    end: true,
    width: 180,
    phone: 'subEnd',
    cell: (variant) => (variant.lowest30Days ? <Amount value={variant.lowest30Days} /> : none),
  },
  { key: 'cost', header: 'Cost', end: true, width: 110, cell: (variant) => (variant.cost ? <Amount value={variant.cost} /> : none) },
  {
    key: 'was',
    header: 'Earlier price',
    end: true,
    width: 120,
    cell: (variant) => (variant.compareAtPrice ? <Amount value={variant.compareAtPrice} /> : none),
  },
  { key: 'price', header: 'Price', phone: 'end', end: true, width: 110, cell: (variant) => <Amount value={variant.price} /> },
];

export function CurrentCard({ prices }: { prices: AdminPrices }) {
  return (
    <Card title="Prices now" flush>
      <DataTable label="Prices now" columns={columns} rows={prices.variants} rowKey={(variant) => variant.id} />
    </Card>
  );
}

import { Button } from '@mantine/core';
import type { PricePlan } from '@tradepost/api';
import { Link } from 'react-router';
import type { Column } from '../../parts/DataTable.tsx';
import { factOf, StatusBadge } from '../../parts/StatusBadge.tsx';
import { Amount, optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { outcomeWords, planStates, windowWords } from './planWords.ts';

const isOpen = (plan: PricePlan) => plan.state === 'planned' || plan.state === 'running';

/** @param withProduct Whether the list is of many products, so that each row names its own. */
export function planColumns(cancel: (plan: PricePlan) => void, withProduct: boolean): Column<PricePlan>[] {
  return [
    {
      key: 'what',
      header: withProduct ? 'Product' : 'Variant',
      phone: 'main',
      cell: (plan) => (
        <>
          {withProduct ? (
            <Link className="text-link" to={paths.productPrices(plan.productId)}>
              {plan.productName}
            </Link>
          ) : (
            <span>{optionWords(plan.options) || plan.sku}</span>
          )}
          <span className="row-note">
            {[plan.name, withProduct && (optionWords(plan.options) || plan.sku)].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'when',
      header: 'When',
      phone: 'sub',
      cell: (plan) => (
        <>
          {windowWords(plan)}
          {outcomeWords(plan) && <span className="row-note">{outcomeWords(plan)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: 'State',
      phone: 'subEnd',
      width: 110,
      cell: (plan) => <StatusBadge {...factOf(planStates, plan.state)} />,
    },
    { key: 'price', header: 'Price', phone: 'end', end: true, width: 110, cell: (plan) => <Amount value={plan.price} /> },
    {
      key: 'cancel',
      header: 'Call off',
      quiet: true,
      phone: 'foot',
      end: true,
      width: 120,
      cell: (plan) =>
        isOpen(plan) && (
          <Button size="xs" variant="default" aria-label={`Call off the plan for ${plan.sku}`} onClick={() => cancel(plan)}>
            {plan.state === 'running' ? 'End now' : 'Call off'}
          </Button>
        ),
    },
  ];
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type AdminPrices } from '@tradepost/api';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { planList, pricesOf } from '../../data/prices.ts';
import type { Tagged } from '../../data/products.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { paths } from '../../paths.ts';
import { CurrentCard } from './CurrentCard.tsx';
import { CurrencyCard } from './CurrencyCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { planColumns } from './planColumns.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import classes from './Prices.module.css';
import { SpecialPricesCard } from './SpecialPricesCard.tsx';
import { useCallOff } from './useCallOff.ts';

/** All prices of one product: now, before, planned, for quantities and groups, in other currencies. */
export function Component() {
  const { id = '' } = useParams();
  const prices = useQuery(pricesOf(id));
  if (prices.data) return <Loaded prices={prices.data} />;
  const missing = isProblem(prices.error) && (prices.error.status === 404 || prices.error.status === 400);
  return (
    <Page title={missing ? 'No such product' : 'Prices'} back={{ to: paths.products(), label: 'Products' }}>
      <Card>
        {missing && <Empty title="There is no product with this id">Look for it in the list by name, brand or SKU.</Empty>}
        {!missing && prices.isError && (
          <Failed what="The prices could not be loaded." error={prices.error} onRetry={() => void prices.refetch()} />
        )}
        {prices.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Loaded({ prices }: { prices: Tagged<AdminPrices> }) {
  const { value } = prices;
  const edit = (
    <Button variant="default" component={Link} to={paths.product(value.id)}>
      Edit the prices
    </Button>
  );
  return (
    <Page title="Prices" note={value.name} back={{ to: paths.product(value.id), label: value.name }} actions={edit}>
      <div className={classes.stack}>
        <CurrentCard prices={value} />
        <HistoryCard prices={value} />
        <PlansCard prices={value} />
        <SpecialPricesCard prices={value} />
        <CurrencyCard key={prices.etag} prices={value} etag={prices.etag} />
      </div>
    </Page>
  );
}

function PlansCard({ prices }: { prices: AdminPrices }) {
  const plans = useQuery(planList({ productId: prices.id, pageSize: 50 }));
  const [planning, setPlanning] = useState(false);
  const callOff = useCallOff();
  const add = (
    <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => setPlanning(true)}>
      Plan a price
    </Button>
  );
  const none = plans.data?.items.length === 0;
  return (
    <Card title="Planned prices" aside={add} flush>
      {plans.isError && <Failed what="The plans could not be loaded." error={plans.error} onRetry={() => void plans.refetch()} />}
      {none && <Empty title="Nothing planned">A planned price begins and ends by itself.</Empty>}
      {!plans.isError && !none && (
        <DataTable
          label="Planned prices"
          columns={planColumns((plan) => void callOff(plan), false)}
          rows={plans.data?.items}
          rowKey={(plan) => plan.id}
        />
      )}
      <PlanDialog opened={planning} onClose={() => setPlanning(false)} product={prices} />
    </Card>
  );
}

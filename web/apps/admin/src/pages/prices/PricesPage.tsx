import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { planList } from '../../data/prices.ts';
import { ListView } from '../../parts/ListView.tsx';
import { Views } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { planColumns } from './planColumns.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { useCallOff } from './useCallOff.ts';

const views = [
  { state: undefined, label: 'Planned and running' },
  { state: 'ended', label: 'Ended' },
  { state: 'cancelled', label: 'Cancelled' },
  { state: 'all', label: 'All' },
];

/** Planned prices of the whole shop. */
export function Component() {
  const { get, page, set } = useListSearch();
  const state = get('state');
  const plans = useQuery(planList({ state: state ?? 'open', page, pageSize: 25 }));
  const [planning, setPlanning] = useState(false);
  const callOff = useCallOff();
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
      Plan a price
    </Button>
  );
  return (
    <Page
      title="Prices"
      note="Prices that begin and end by themselves. History, quantity prices and other currencies stand with each product."
      actions={add}
    >
      <ListView
        label="Planned prices"
        query={plans}
        columns={planColumns((plan) => void callOff(plan), true)}
        rowKey={(plan) => plan.id}
        toolbar={
          <Views
            label="Planned prices by state"
            views={views.map((view) => ({
              label: view.label,
              current: view.state === state,
              to: paths.prices(view.state ? { state: view.state } : {}),
            }))}
          />
        }
        page={page}
        onPage={(next) => set({ page: next })}
        empty={
          <Empty title={state ? 'None' : 'No prices are planned'} action={!state && add}>
            {state ? 'Plans show up here once they are over.' : 'Plan a sale, or a new price from a day on, for one product or many.'}
          </Empty>
        }
      />
      <PlanDialog opened={planning} onClose={() => setPlanning(false)} />
    </Page>
  );
}

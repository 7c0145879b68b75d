import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shippingReport } from '../../data/shipments.ts';
import { Page } from '../../parts/Page.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { ParcelsTab } from './ParcelsTab.tsx';
import { WaitingTab } from './WaitingTab.tsx';

function timeliness(report: { days: number; all: { onTimePercent?: number | null; delivered: number } } | undefined): string {
  if (!report) return 'Pack what waits, print, and hand it over.';
  const { onTimePercent, delivered } = report.all;
  return typeof onTimePercent === 'number'
    ? `${String(onTimePercent)} % of parcels came on the promised day or before, over the last ${String(report.days)} days.`
    : `${String(delivered)} parcels arrived in the last ${String(report.days)} days.`;
}

/** The desk of whoever packs: what waits, what is packed, what is held up. */
export function Component() {
  const { get, page, set } = useListSearch();
  const report = useQuery(shippingReport()).data;
  const tab = get('tab') ?? 'waiting';
  return (
    <Page title="To ship" note={timeliness(report)}>
      <Tabs value={tab} onChange={(next) => set({ tab: next ?? 'waiting', page: 1 })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="waiting">To pack</Tabs.Tab>
          <Tabs.Tab value="packed">{report ? `Packed (${String(report.packed)})` : 'Packed'}</Tabs.Tab>
          <Tabs.Tab value="exceptions">{report ? `Held up (${String(report.exceptions)})` : 'Held up'}</Tabs.Tab>
          <Tabs.Tab value="way">On their way</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="waiting" pt="md">
          <WaitingTab page={page} onPage={(next) => set({ page: next })} />
        </Tabs.Panel>
        <Tabs.Panel value="packed" pt="md">
          <ParcelsTab
            status="buying,packed,voiding"
            empty="Nothing waits for a courier."
            page={page}
            onPage={(next) => set({ page: next })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions" pt="md">
          <ParcelsTab status="exception,returned" empty="No parcel is held up." page={page} onPage={(next) => set({ page: next })} />
        </Tabs.Panel>
        <Tabs.Panel value="way" pt="md">
          <ParcelsTab status="inTransit,outForDelivery" empty="No parcel is on its way." page={page} onPage={(next) => set({ page: next })} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

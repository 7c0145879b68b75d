import { useQuery } from '@tanstack/react-query';
import { shippingReport } from '../../data/shipments.ts';
import { Views } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { ParcelsTab } from './ParcelsTab.tsx';
import { WaitingTab } from './WaitingTab.tsx';

function timeliness(report: { days: number; all: { onTimePercent?: number | null; delivered: number } } | undefined): string {
  if (!report) return 'Pack what waits, print, and hand it over.';
  const { onTimePercent, delivered } = report.all;
  return typeof onTimePercent === 'number'
    ? `${String(onTimePercent)} % of parcels came on the promised day or before, over the last ${String(report.days)} days.`
    : `${String(delivered)} parcels arrived in the last ${String(report.days)} days.`;
}

const tabs: Record<string, { status: string; empty: string }> = {
  packed: { status: 'buying,packed,voiding', empty: 'Nothing waits for a courier.' },
  exceptions: { status: 'exception,returned', empty: 'No parcel is held up.' },
  way: { status: 'inTransit,outForDelivery', empty: 'No parcel is on its way.' },
};

/** The desk of whoever packs: what waits, what is packed, what is held up. */
export function Component() {
  const { get, page, set } = useListSearch();
  const report = useQuery(shippingReport()).data;
  const tab = get('tab') ?? '';
  const parcels = tabs[tab];
  const onPage = (next: number) => set({ page: next });
  const choices = [
    { key: '', label: 'To pack' },
    { key: 'packed', label: report ? `Packed (${String(report.packed)})` : 'Packed' },
    { key: 'exceptions', label: report ? `Held up (${String(report.exceptions)})` : 'Held up' },
    { key: 'way', label: 'On their way' },
  ].map(({ key, label }) => ({ label, current: key === tab, to: paths.toShip(key === '' ? {} : { tab: key }) }));
  const views = <Views label="Parcels by state" views={choices} />;
  return (
    <Page title="To ship" note={timeliness(report)}>
      {parcels ? (
        <ParcelsTab key={tab} views={views} {...parcels} page={page} onPage={onPage} />
      ) : (
        <WaitingTab views={views} page={page} onPage={onPage} />
      )}
    </Page>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Promotion } from '@tradepost/api';
import { benefitWords, formatInZone, plural } from '@tradepost/domain';
import { CalendarDays, FlaskConical, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { promotionList } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { PromotionBadge } from './PromotionBadge.tsx';
import classes from './Promotions.module.css';

const views = [
  { state: undefined, label: 'All' },
  { state: 'running', label: 'Running' },
  { state: 'scheduled', label: 'Scheduled' },
  { state: 'ended', label: 'Ended' },
  { state: 'off', label: 'Off' },
  { state: 'deleted', label: 'Deleted' },
];

function windowWords({ startsAt, endsAt }: Promotion, zone: string): string {
  if (startsAt && endsAt) return `${formatInZone(startsAt, zone)} – ${formatInZone(endsAt, zone)}`;
  if (startsAt) return `From ${formatInZone(startsAt, zone)}`;
  return endsAt ? `Until ${formatInZone(endsAt, zone)}` : 'Always';
}

function Opening({ promotion }: { promotion: Promotion }) {
  if (promotion.code) return <span className={classes.code}>{promotion.code}</span>;
  return <span className="soft">{promotion.requiresCode ? plural(promotion.codeCount, 'code') : 'By itself'}</span>;
}

const columnsIn = (zone: string): Column<Promotion>[] => [
  {
    key: 'name',
    header: 'Promotion',
    phone: 'main',
    cell: (promotion) => (
      <>
        <RowLink to={paths.promotion(promotion.id)}>{promotion.name}</RowLink>
        <span className="row-note">{benefitWords(promotion.benefit)}</span>
      </>
    ),
  },
  { key: 'state', header: 'State', phone: 'end', width: 120, cell: (promotion) => <PromotionBadge state={promotion.state} /> },
  { key: 'code', header: 'Opened', phone: 'sub', width: 140, cell: (promotion) => <Opening promotion={promotion} /> },
  {
    key: 'window',
    header: 'Runs',
    phone: 'foot',
    width: 230,
    cell: (promotion) => <span className="soft">{windowWords(promotion, zone)}</span>,
  },
  {
    key: 'used',
    header: 'Used',
    end: true,
    phone: 'subEnd',
    width: 120,
    cell: (promotion) => (
      <span className="figures">
        {promotion.used.toLocaleString('en-US')}
        {promotion.usageLimit ? <span className="soft">{` of ${promotion.usageLimit.toLocaleString('en-US')}`}</span> : null}
      </span>
    ),
  },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const state = get('state');
  const q = get('q');
  const promotions = useQuery(promotionList({ q, state, page, pageSize: 25 }));
  const zone = useQuery(shopSettings()).data?.timeZone ?? 'UTC';
  const add = (
    <Button component={Link} to={paths.newPromotion()} leftSection={<Plus size={16} aria-hidden />}>
      New promotion
    </Button>
  );
  const actions = (
    <>
      <Button component={Link} to={paths.promotionCalendar()} variant="default" leftSection={<CalendarDays size={16} aria-hidden />}>
        Calendar
      </Button>
      <Button component={Link} to={paths.simulation()} variant="default" leftSection={<FlaskConical size={16} aria-hidden />}>
        Simulate
      </Button>
      {add}
    </>
  );
  const toolbar = (
    <>
      <Views
        label="Promotions by state"
        views={views.map((view) => ({
          label: view.label,
          current: view.state === state,
          to: paths.promotions({ ...(view.state && { state: view.state }), ...(q && { q }) }),
        }))}
      />
      <SearchField label="Search promotions" placeholder="Name or code" value={q}
        onSearch={(text) => set({ q: text }, { replace: true })} />
    </>
  );
  return (
    <Page title="Promotions" actions={actions}>
      <ListView
        label="Promotions"
        query={promotions}
        columns={columnsIn(zone)}
        rowKey={(promotion) => promotion.id}
        toolbar={toolbar}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={
          q ? (
            <Empty
              title={`Nothing found for “${q}”`}
              action={
                <Button variant="default" onClick={() => set({ q: '' })}>
                  Clear the search
                </Button>
              }
            >
              Codes that were made in bulk are found on the page of their promotion.
            </Empty>
          ) : (
            <Empty title={state ? 'Nothing in this state' : 'No promotions yet'} action={!state && add}>
              {state ? 'Promotions show up here as they reach it.' : 'Discounts, codes and campaigns begin here.'}
            </Empty>
          )
        }
      />
    </Page>
  );
}

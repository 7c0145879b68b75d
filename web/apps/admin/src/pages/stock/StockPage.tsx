import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StockLevel } from '@tradepost/api';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { lowStock, stockList } from '../../data/stock.ts';
import { RowButton, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { MovementsDrawer } from './MovementsDrawer.tsx';
import classes from './Stock.module.css';

const views = [
  { show: undefined, label: 'All', most: undefined },
  { show: 'low', label: 'Low', most: lowStock },
  { show: 'out', label: 'Out of stock', most: 0 },
];

function columnsWith(onAdjust: (level: StockLevel) => void, onMovements: (level: StockLevel) => void): Column<StockLevel>[] {
  return [
    { key: 'picture', header: 'Picture', quiet: true, width: 64, phone: 'thumb', cell: (level) => <Thumb url={level.imageUrl} /> },
    {
      key: 'name',
      header: 'Product',
      phone: 'main',
      cell: (level) => (
        <>
          <RowButton onClick={() => onAdjust(level)}>{level.name}</RowButton>
          <span className="row-note">{[optionWords(level.options), level.sku].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'location', header: 'Location', phone: 'sub', width: 150, cell: (level) => <span className="soft">{level.locationName}</span> },
    {
      key: 'onHand',
      header: 'On hand',
      end: true,
      width: 100,
      cell: (level) => <span className="figures">{level.onHand.toLocaleString('en-US')}</span>,
    },
    {
      key: 'reserved',
      header: 'Reserved',
      end: true,
      width: 100,
      cell: (level) => <span className="figures soft">{level.reserved.toLocaleString('en-US')}</span>,
    },
    {
      key: 'available',
      header: 'Available',
      phone: 'end',
      end: true,
      width: 100,
      cell: (level) => (
        <strong className={`figures ${classes.available}`} data-low={level.available <= lowStock || undefined}>
          {level.available.toLocaleString('en-US')}
          <span className={classes.unit}> available</span>
        </strong>
      ),
    },
    {
      key: 'more',
      header: 'More',
      quiet: true,
      end: true,
      width: 210,
      phone: 'foot',
      cell: (level) => (
        <span className={classes.rowActions}>
          <Button size="compact-sm" variant="subtle" aria-label={`Movements of ${level.sku}`} onClick={() => onMovements(level)}>
            Movements
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            component={Link}
            to={paths.product(level.productId)}
            aria-label={`Product of ${level.sku}`}
          >
            Product
          </Button>
        </span>
      ),
    },
  ];
}

export function Component() {
  const { get, page, set } = useListSearch();
  const show = get('show');
  const q = get('q');
  const view = views.find((one) => one.show === show) ?? views[0];
  const levels = useQuery(stockList({ q, maxAvailable: view?.most, page, pageSize: 25 }));
  const [adjusting, setAdjusting] = useState<StockLevel | null>(null);
  const [watched, setWatched] = useState<StockLevel | null>(null);
  const columns = useMemo(() => columnsWith(setAdjusting, setWatched), []);

  const toolbar = (
    <>
      <Views
        label="Stock by level"
        views={views.map((one) => ({
          label: one.label,
          current: one === view,
          to: paths.stock({ ...(one.show && { show: one.show }), ...(q && { q }) }),
        }))}
      />
      <SearchField label="Search stock" placeholder="Name or SKU" value={q} onSearch={(text) => set({ q: text }, { replace: true })} />
    </>
  );

  return (
    <Page title="Stock" note={`Open a row to adjust it. ${lowStock} available or fewer counts as low.`}>
      <ListView
        label="Stock"
        query={levels}
        columns={columns}
        rowKey={(level) => `${level.variantId}${level.locationId}`}
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
              Search by name or SKU.
            </Empty>
          ) : (
            <Empty title={show ? 'Nothing to worry about' : 'No stock yet'}>
              {show ? 'Every variant has enough on the shelf.' : 'Products appear here as soon as they are made.'}
            </Empty>
          )
        }
      />
      <AdjustDialog level={adjusting} onClose={() => setAdjusting(null)} />
      <MovementsDrawer level={watched} onClose={() => setWatched(null)} />
    </Page>
  );
}

import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdminProductItem } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { productList } from '../../data/products.ts';
import { lowStock } from '../../data/stock.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import listClasses from '../../parts/ListView.module.css';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { ProductBadge } from '../../parts/StatusBadge.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { Amount, When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Products.module.css';

const views = [
  { state: undefined, label: 'All' },
  { state: 'active', label: 'Active' },
  { state: 'draft', label: 'Draft' },
  { state: 'deleted', label: 'Deleted' },
];

const sorts = [
  { value: '-updatedAt', label: 'Recently changed' },
  { value: 'name', label: 'Name' },
  { value: 'price', label: 'Price, low to high' },
  { value: '-price', label: 'Price, high to low' },
];

const categoryName = (category: AdminProductItem['category']) => (typeof category === 'string' ? category : category?.name);

const columns: Column<AdminProductItem>[] = [
  { key: 'picture', header: 'Picture', quiet: true, width: 64, phone: 'thumb', cell: (product) => <Thumb url={product.imageUrl} /> },
  {
    key: 'name',
    header: 'Product',
    phone: 'main',
    cell: (product) => (
      <>
        <RowLink to={paths.product(product.id)}>{product.name}</RowLink>
        <span className="row-note">{[product.brand, categoryName(product.category)].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  { key: 'state', header: 'State', phone: 'subEnd', width: 110, cell: (product) => <ProductBadge state={product.state} /> },
  {
    key: 'stock',
    header: 'Available',
    phone: 'sub',
    width: 150,
    cell: (product) => (
      <span className={`figures ${classes.stock}`} data-low={product.available <= lowStock || undefined}>
        {product.available === 0 ? 'Out of stock' : `${product.available.toLocaleString('en-US')} available`}
        {product.variantCount > 1 && <span className="row-note">{plural(product.variantCount, 'variant')}</span>}
      </span>
    ),
  },
  { key: 'price', header: 'Price', phone: 'end', end: true, width: 110, cell: (product) => <Amount value={product.price} /> },
  {
    key: 'changed',
    header: 'Changed',
    end: true,
    width: 130,
    cell: (product) => (
      <span className="soft">
        <When at={product.updatedAt} />
      </span>
    ),
  },
];

export function Component() {
  const { get, page, set } = useListSearch();
  const state = get('state');
  const q = get('q');
  const sort = get('sort') ?? '-updatedAt';
  const products = useQuery(productList({ q, state, sort, page, pageSize: 25 }));
  const add = (
    <Button component={Link} to={paths.newProduct()} leftSection={<Plus size={16} aria-hidden />}>
      New product
    </Button>
  );

  const toolbar = (
    <>
      <Views
        label="Products by state"
        views={views.map((view) => ({
          label: view.label,
          current: view.state === state,
          to: paths.products({ ...(view.state && { state: view.state }), ...(q && { q }) }),
        }))}
      />
      <SearchField
        label="Search products"
        placeholder="Name, brand or SKU"
        value={q}
        onSearch={(text) => set({ q: text }, { replace: true })}
      />
      <Select aria-label="Sort" data={sorts} value={sort} className={listClasses.pick} onChange={(value) => set({ sort: value ?? '' })} />
    </>
  );

  return (
    <Page title="Products" actions={add}>
      <ListView
        label="Products"
        query={products}
        columns={columns}
        rowKey={(product) => product.id}
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
              Try fewer or other words, or look under another state.
            </Empty>
          ) : (
            <Empty title={state ? 'Nothing in this state' : 'No products yet'} action={!state && add}>
              {state ? 'Products show up here as they reach it.' : 'Add the first one, or import a file with ./run import.'}
            </Empty>
          )
        }
      />
    </Page>
  );
}

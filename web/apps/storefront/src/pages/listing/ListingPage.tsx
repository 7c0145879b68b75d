import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { plural } from '@tradepost/domain';
import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { categoriesQuery, productsQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { Breadcrumbs } from '../../components/Breadcrumbs.tsx';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton, ProductCard } from '../../components/ProductCard.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Failure } from '../../components/States.tsx';
import { NotFound } from '../NotFoundPage.tsx';
import { Chips } from './Chips.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { readFilters, writeFilters } from './filters.ts';
import { headingOf, trailTo } from './heading.ts';
import { NothingFound } from './NothingFound.tsx';
import { Pager } from './Pager.tsx';
import { SortSelect } from './SortSelect.tsx';
import { useFilters } from './useFilters.ts';

export function listingLoader(client: QueryClient, { request, params }: LoaderFunctionArgs): void {
  const filters = readFilters(new URL(request.url).searchParams, params.slug);
  void client.prefetchQuery(productsQuery(writeFilters(filters)));
}

export function ListingPage() {
  const view = useFilters();
  const { filters, inCategory } = view;
  const [sheetOpen, setSheetOpen] = useState(false);
  const categories = useQuery(categoriesQuery());
  const query = useQuery({ ...productsQuery(writeFilters(filters)), placeholderData: keepPreviousData });
  const trail = trailTo(categories.data, filters.category);
  const heading = headingOf(filters, trail, inCategory);
  useTitle(heading);
  const top = useScrollToTop(filters.page);

  if (inCategory && categories.data && trail.length === 0) return <NotFound what="category" />;
  if (query.isError) return <Failure error={query.error} heading="h1" retry={() => void query.refetch()} />;
  const { data } = query;
  const empty = data?.items.length === 0 && !query.isPlaceholderData;
  const intro = inCategory && !filters.q ? trail.at(-1)?.description : null;
  const panel = <FacetPanel facets={data?.facets} view={view} trail={trail} />;
  return (
    <div ref={top} className="page scroll-mt-20 pt-4 md:pt-6">
      {trail.length > 1 ? (
        <Breadcrumbs crumbs={trail.slice(0, -1).map(({ name, to }) => ({ name, to }))} />
      ) : (
        <Breadcrumbs crumbs={[]} />
      )}
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-3xl font-bold break-words md:text-4xl">{heading}</h1>
          {intro && <p className="mt-2 max-w-prose text-pretty text-ink-2">{intro}</p>}
          <p role="status" className="tabular mt-1.5 text-ink-2">
            {data ? plural(data.total, 'product') : 'Looking…'}
          </p>
        </div>
        <div className="flex w-full items-center gap-3 sm:w-auto">
          <Button look="secondary" className="grow lg:hidden" onClick={() => setSheetOpen(true)}>
            <SlidersHorizontal size={17} aria-hidden />
            Filter
          </Button>
          <SortSelect view={view} />
        </div>
      </div>
      <Chips facets={data?.facets} view={view} />
      <div className="mt-8 grid gap-10 lg:grid-cols-[15rem_1fr] xl:gap-14">
        <aside aria-label="Filters" className="hidden lg:block">
          {panel}
        </aside>
        <section
          aria-label="Products"
          aria-busy={query.isFetching}
          className={`min-w-0 transition-opacity duration-150 ${query.isPlaceholderData ? 'opacity-50' : ''}`}
        >
          {empty ? (
            <NothingFound view={view} total={data.total} categories={categories.data} />
          ) : (
            <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 xl:grid-cols-4">
              {data
                ? data.items.map((item, index) => (
                    <li key={item.id} className="grid min-w-0">
                      <ProductCard item={item} heading="h2" eager={index < 4} />
                    </li>
                  ))
                : Array.from({ length: 12 }, (_, index) => (
                    <li key={index}>
                      <CardSkeleton />
                    </li>
                  ))}
            </ul>
          )}
          {data && !empty && <Pager page={data.page} pageSize={data.pageSize} total={data.total} view={view} />}
        </section>
      </div>
      <Sheet
        open={sheetOpen}
        onOpenChange={setSheetOpen}
        title="Filter"
        side="right"
        footer={
          <Button size="l" className="w-full" onClick={() => setSheetOpen(false)}>
            {data ? `Show ${plural(data.total, 'product')}` : 'Show products'}
          </Button>
        }
      >
        <div className="py-5">{panel}</div>
      </Sheet>
    </div>
  );
}

/** Turning a page shows its beginning; putting a filter on leaves the reader where they are. */
function useScrollToTop(page: number) {
  const top = useRef<HTMLDivElement>(null);
  const last = useRef(page);
  useEffect(() => {
    if (last.current !== page) top.current?.scrollIntoView();
    last.current = page;
  }, [page]);
  return top;
}

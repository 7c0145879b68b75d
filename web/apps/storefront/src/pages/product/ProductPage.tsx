import { useQuery, type QueryClient } from '@tanstack/react-query';
import { isProblem, type Product } from '@tradepost/api';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../../app/paths.ts';
import { categoriesQuery, productQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { Breadcrumbs } from '../../components/Breadcrumbs.tsx';
import { ProductCard } from '../../components/ProductCard.tsx';
import { Failure } from '../../components/States.tsx';
import { rememberViewed } from '../../lib/recent.ts';
import { RecentlyViewed } from '../home/RecentlyViewed.tsx';
import { trailTo } from '../listing/heading.ts';
import { NotFound } from '../NotFoundPage.tsx';
import { BuyBox } from './BuyBox.tsx';
import { pick, picturesOf, startWith } from './choice.ts';
import { Details } from './Details.tsx';
import { Gallery } from './Gallery.tsx';
import { ProductSkeleton } from './ProductSkeleton.tsx';

export function productLoader(client: QueryClient, { params }: LoaderFunctionArgs): void {
  void client.prefetchQuery(productQuery(params.slug ?? ''));
}

export function ProductPage() {
  const { slug = '' } = useParams();
  const query = useQuery(productQuery(slug));
  useTitle(query.data?.name);
  if (query.isPending) return <ProductSkeleton />;
  if (isProblem(query.error) && query.error.status === 404) return <NotFound what="product" />;
  if (query.isError) return <Failure error={query.error} heading="h1" retry={() => void query.refetch()} />;
  // A fresh key for each product: what was chosen for one means nothing for the next.
  return <ProductView key={query.data.id} product={query.data} />;
}

function ProductView({ product }: { product: Product }) {
  const [search, setSearch] = useSearchParams();
  const categories = useQuery(categoriesQuery()).data;
  // The address follows the choice; the choice does not wait for the address.
  const [sku, setSku] = useState(search.get('variant'));
  useEffect(() => setSku(search.get('variant')), [search]);
  const variant = startWith(product, sku);
  const choose = (name: string, value: string) => {
    if (!variant) return;
    const next = pick(product, variant, name, value).sku;
    setSku(next);
    setSearch({ variant: next }, { replace: true, preventScrollReset: true });
  };
  useEffect(() => rememberViewed(product), [product]);
  const trail = trailTo(categories, product.category?.slug ?? '');
  const crumbs =
    trail.length > 0
      ? trail
      : product.category
        ? [{ name: product.category.name, to: paths.category(product.category.slug) }]
        : [];
  return (
    <>
      <div className="page pt-4 md:pt-6">
        <Breadcrumbs crumbs={crumbs} />
        <div className="mt-2 grid gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] xl:gap-x-20">
          <div className="min-w-0 md:sticky md:top-24 md:self-start">
            <Gallery key={variant?.options.Colour ?? ''} images={picturesOf(product.images, variant)} name={product.name} />
          </div>
          <BuyBox product={product} variant={variant} choose={choose} />
        </div>
        <Details product={product} variant={variant} />
      </div>
      {product.related.length > 0 && (
        <section aria-labelledby="related" className="page mt-20">
          <h2 id="related" className="mb-6 text-2xl font-bold md:text-3xl">
            Goes well with this
          </h2>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-4">
            {product.related.slice(0, 4).map((item) => (
              <li key={item.id} className="grid min-w-0">
                <ProductCard item={item} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <RecentlyViewed except={product.slug} />
    </>
  );
}

import { useQuery, type QueryClient } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { categoriesQuery, productsQuery, settingsQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { Failure } from '../../components/States.tsx';
import { CategoryTiles } from './CategoryTiles.tsx';
import { Hero, HeroSkeleton } from './Hero.tsx';
import { ProductRow } from './ProductRow.tsx';
import { RecentlyViewed } from './RecentlyViewed.tsx';
import { TrustRow } from './TrustRow.tsx';

const featured = productsQuery('tag=featured&pageSize=8');
const newest = productsQuery('sort=newest&pageSize=8');
const onSale = productsQuery('tag=sale&pageSize=8');

export function homeLoader(client: QueryClient): void {
  for (const query of [featured, newest, onSale]) void client.prefetchQuery(query);
}

export function HomePage() {
  useTitle();
  const settings = useQuery(settingsQuery());
  const categories = useQuery(categoriesQuery());
  if (settings.isError && categories.isError) {
    return (
      <Failure
        error={settings.error}
        heading="h1"
        retry={() => {
          void settings.refetch();
          void categories.refetch();
        }}
      />
    );
  }
  const hero = settings.data?.hero;
  return (
    <>
      {hero ? (
        <Hero hero={hero} />
      ) : settings.isPending ? (
        <HeroSkeleton />
      ) : (
        <h1 className="page pt-10 text-4xl font-bold">{settings.data?.shopName}</h1>
      )}
      <ProductRow title="Featured" query={featured} more={['All featured', '/search?tag=featured']} />
      <CategoryTiles categories={categories.data} />
      <ProductRow title="New" query={newest} more={['All that is new', paths.newest()]} />
      <ProductRow title="On sale" query={onSale} more={['Everything on sale', paths.onSale()]} />
      <RecentlyViewed />
      <TrustRow />
    </>
  );
}

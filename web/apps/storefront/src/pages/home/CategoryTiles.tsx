import type { Category } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Picture } from '../../components/Picture.tsx';

export function CategoryTiles({ categories }: { categories: Category[] | undefined }) {
  if (categories?.length === 0) return null;
  return (
    <section aria-labelledby="tiles" className="page mt-16 md:mt-20">
      <h2 id="tiles" className="mb-6 text-2xl font-bold md:text-3xl">
        Shop by category
      </h2>
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 md:gap-5 lg:grid-cols-6">
        {categories?.slice(0, 12).map((category) => (
          <li key={category.id}>
            <Link to={paths.category(category.slug)} className="group block h-full overflow-hidden rounded-card bg-sunken">
              <div className="overflow-hidden">
                <Picture
                  url={category.imageUrl}
                  alt=""
                  sizes="(min-width: 1024px) 200px, 45vw"
                  className="transition-transform duration-240 ease-out group-hover:scale-[1.04]"
                />
              </div>
              <div className="px-4 pt-3 pb-4">
                <h3 className="font-semibold tracking-normal">{category.name}</h3>
                <p className="tabular text-sm text-ink-2">{plural(category.productCount, 'product')}</p>
              </div>
            </Link>
          </li>
        )) ??
          Array.from({ length: 6 }, (_, index) => <li key={index} aria-hidden className="skeleton aspect-[4/5] rounded-card!" />)}
      </ul>
    </section>
  );
}

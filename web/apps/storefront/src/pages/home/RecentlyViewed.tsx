import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Picture } from '../../components/Picture.tsx';
import { recentlyViewed } from '../../lib/recent.ts';

export function RecentlyViewed({ except }: { except?: string }) {
  const products = recentlyViewed(except).slice(0, 6);
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="page mt-16 md:mt-20">
      <h2 id="recent" className="mb-6 text-xl font-bold md:text-2xl">
        You looked at
      </h2>
      <ul className="scrollbar-none -mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 md:mx-0 md:grid md:grid-cols-6 md:px-0">
        {products.map((product) => (
          <li key={product.slug} className="w-36 shrink-0 snap-start md:w-auto">
            <Link to={paths.product(product.slug)} className="group block">
              <span className="block overflow-hidden rounded-control">
                <Picture url={product.imageUrl} alt="" sizes="(min-width: 768px) 15vw, 144px" />
              </span>
              <span className="mt-2 line-clamp-2 text-sm group-hover:underline">{product.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

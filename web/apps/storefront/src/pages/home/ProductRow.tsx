import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import type { productsQuery } from '../../app/queries.ts';
import { CardSkeleton, ProductCard } from '../../components/ProductCard.tsx';

/** A named row of products. Rows with nothing to show leave no hole. */
export function ProductRow({
  title,
  query,
  more,
}: {
  title: string;
  query: ReturnType<typeof productsQuery>;
  more: [string, string];
}) {
  const { data, isPending } = useQuery(query);
  const id = useId();
  if (!isPending && (data?.items.length ?? 0) === 0) return null;
  return (
    <section aria-labelledby={id} className="page mt-16 md:mt-20">
      <div className="mb-6 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-2xl font-bold md:text-3xl">
          {title}
        </h2>
        <Link
          to={more[1]}
          className={`group inline-flex min-h-11 items-center gap-1.5 text-[0.9375rem] font-medium text-accent
            underline-offset-4 hover:underline`}
        >
          {more[0]}
          <ArrowRight size={16} aria-hidden className="transition-transform duration-150 group-hover:translate-x-0.5" />
        </Link>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-4">
        {isPending
          ? Array.from({ length: 4 }, (_, index) => (
              <li key={index}>
                <CardSkeleton />
              </li>
            ))
          : data?.items.map((item) => (
              <li key={item.id} className="grid min-w-0">
                <ProductCard item={item} />
              </li>
            ))}
      </ul>
    </section>
  );
}

import { Loading } from '../../components/States.tsx';

/** As high and as wide as what comes, so that nothing jumps. */
export function ProductSkeleton() {
  return (
    <div className="page pt-4 md:pt-6">
      <Loading label="Loading the product" />
      <div aria-hidden className="h-11" />
      <div aria-hidden className="mt-2 grid gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] xl:gap-x-20">
        <div className="skeleton -mx-4 aspect-square rounded-none! sm:mx-0 sm:rounded-panel!" />
        <div className="space-y-4 pt-2">
          <div className="skeleton h-4 w-24" />
          <div className="skeleton h-10 w-4/5" />
          <div className="skeleton h-9 w-40" />
          <div className="skeleton mt-8! h-12 w-full" />
          <div className="skeleton h-12 w-full" />
          <div className="skeleton mt-8! h-13 w-full rounded-full!" />
        </div>
      </div>
    </div>
  );
}

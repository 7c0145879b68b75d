import { Star } from 'lucide-react';

/** Shown only when somebody has rated: an empty row of stars would be a judgement nobody gave. */
export function Rating({ rating, count }: { rating?: number | null; count: number }) {
  if (!rating || count <= 0) return null;
  return (
    <p className="tabular flex items-center gap-1 text-[0.8125rem] text-ink-2">
      <Star size={14} className="fill-current text-warn" aria-hidden />
      <span className="sr-only">Rated </span>
      {rating.toFixed(1)}
      <span className="sr-only"> out of 5 by </span>
      <span>
        ({count}
        <span className="sr-only"> customers</span>)
      </span>
    </p>
  );
}

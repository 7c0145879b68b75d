import type { PricePoint } from '@tradepost/api';

interface Corner {
  at: number;
  minor: number;
}

/** Corners of the lines of a history, oldest first; a time without a price breaks its line. */
export function stepsOf(latestFirst: PricePoint[], now: Date): { first: number; price: Corner[][]; was: Corner[][] } {
  const points = [...latestFirst].reverse();
  const times = points.map((point) => new Date(point.validFrom).getTime());
  return {
    first: times[0] ?? now.getTime(),
    price: runs(points.map((point) => point.price?.minor ?? null), times, now.getTime()),
    was: runs(points.map((point) => point.compareAtPrice?.minor ?? null), times, now.getTime()),
  };
}

function runs(values: (number | null)[], times: number[], end: number): Corner[][] {
  const all: Corner[][] = [];
  let run: Corner[] | null = null;
  values.forEach((minor, index) => {
    const [from, until] = [times[index] ?? end, times[index + 1] ?? end];
    if (minor === null) {
      run = null;
      return;
    }
    if (!run) all.push((run = []));
    run.push({ at: from, minor }, { at: until, minor });
  });
  return all;
}

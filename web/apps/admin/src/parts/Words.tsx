import { formatAgo, formatDateTime, formatMoney, type Money } from '@tradepost/domain';

export function Amount({ value }: { value: Money }) {
  return <span className="figures">{formatMoney(value)}</span>;
}

/** How long ago, with the exact moment a hover away. */
export function When({ at }: { at: string | null | undefined }) {
  if (!at) return <span aria-label="never">–</span>;
  return (
    <time className="nowrap" dateTime={at} title={formatDateTime(at)}>
      {formatAgo(at, new Date())}
    </time>
  );
}

export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} className="figures">
      {formatDateTime(at)}
    </time>
  );
}

export function optionWords(options: Record<string, string> | null | undefined): string {
  return Object.values(options ?? {}).join(' / ');
}

/** A name out of the code, spelt as words: order_cancelled and orderCancelled are both "Order cancelled". */
export function spelled(name: string): string {
  const words = name
    .replace(/[._-]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

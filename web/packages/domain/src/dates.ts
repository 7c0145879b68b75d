/** "Nov 21, 2026" in the reader's own zone. */
export function formatDate(value: string | Date, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(value));
}

/** "Nov 21, 2026, 9:41 AM" in the reader's own zone. */
export function formatDateTime(value: string | Date, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}

const day = 86_400_000;

/** The delivery window as days of the week: "Tue, Nov 24 – Thu, Nov 26"; one day when both ends meet. */
export function formatDeliveryWindow(from: Date, days: { min: number; max: number }, locale = 'en-US'): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' });
  const first = format.format(new Date(from.getTime() + days.min * day));
  const last = format.format(new Date(from.getTime() + days.max * day));
  return first === last ? first : `${first} – ${last}`;
}

/** Days without a time, like 2026-11-30, as days of the week: "Mon, Nov 30 – Wed, Dec 2". */
export function formatDays({ from, to }: { from: string; to: string }, locale = 'en-US'): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const [first, last] = [format.format(new Date(from)), format.format(new Date(to))];
  return first === last ? first : `${first} – ${last}`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago"; anything under a minute is "just now". */
export function formatAgo(value: string | Date, now: Date, locale = 'en-US'): string {
  const gap = new Date(value).getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(gap) >= size) return format.format(Math.trunc(gap / size), unit);
  }
  return 'just now';
}

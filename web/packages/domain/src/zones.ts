/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at / 1000) * 1000;
}

/** An instant as the clocks of a zone show it, "2026-11-21T09:00"; what a datetime-local field takes. Empty for none. */
export function toZoned(instant: string | null | undefined, zone: string): string {
  if (!instant) return '';
  const at = Date.parse(instant);
  return new Date(at + aheadOfUtc(at, zone)).toISOString().slice(0, 16);
}

/** The instant at which the clocks of a zone show this; null when it is no time. An hour the clocks leave out is taken as the one after. */
export function fromZoned(local: string, zone: string): string | null {
  const shown = Date.parse(`${local}Z`);
  if (local === '' || Number.isNaN(shown)) return null;
  const first = shown - aheadOfUtc(shown, zone);
  const second = shown - aheadOfUtc(first, zone);
  return new Date(Math.max(second, shown - aheadOfUtc(second, zone))).toISOString();
}

/** "Nov 21, 2026, 9:00 AM" by the clocks of a zone. */
export function formatInZone(instant: string, zone: string, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(instant));
}

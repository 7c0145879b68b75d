import type { Promotion } from '@tradepost/api';
import { fromZoned, toZoned } from '@tradepost/domain';

export interface Month {
  /** "2026-11". */
  key: string;
  title: string;
  /** Instants: the month's first and the first of the next one, by the shop's clocks. */
  from: string;
  to: string;
  days: number;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A month as the shop's clocks have it. What is no month is the one of now. */
export function monthOf(key: string | undefined, zone: string, now: Date): Month {
  const sound = key && /^\d{4}-(0[1-9]|1[0-2])$/.test(key) ? key : toZoned(now.toISOString(), zone).slice(0, 7);
  const [year = 2026, month = 1] = sound.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${pad(month + 1)}`;
  return {
    key: sound,
    title: new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1)),
    from: fromZoned(`${sound}-01T00:00`, zone) ?? '',
    to: fromZoned(`${next}-01T00:00`, zone) ?? '',
    days: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}

/** The month so many after this one. */
export function monthAfter(key: string, months: number): string {
  const [year = 2026, month = 1] = key.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

export interface Bar {
  promotion: Promotion;
  /** Days of the month it covers, both included. */
  first: number;
  last: number;
  /** It began before the month, or goes on after it. */
  before: boolean;
  after: boolean;
}

/** What runs in the month and on which of its days; null when nothing of it does. */
export function barOf(promotion: Promotion, month: Month, zone: string): Bar | null {
  const { startsAt, endsAt } = promotion;
  const before = !startsAt || Date.parse(startsAt) < Date.parse(month.from);
  const after = !endsAt || Date.parse(endsAt) > Date.parse(month.to);
  if ((startsAt && Date.parse(startsAt) >= Date.parse(month.to)) || (endsAt && Date.parse(endsAt) <= Date.parse(month.from))) return null;
  const dayOf = (instant: string) => Number(toZoned(instant, zone).slice(8, 10));
  // An end at midnight belongs to the day before.
  const last = after || !endsAt ? month.days : dayOf(new Date(Date.parse(endsAt) - 1).toISOString());
  return { promotion, first: before || !startsAt ? 1 : dayOf(startsAt), last, before, after };
}

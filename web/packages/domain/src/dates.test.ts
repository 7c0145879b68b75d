import { formatAgo, formatDays, formatDeliveryWindow } from './dates.ts';
import { plural } from './text.ts';

const noon = new Date(2026, 10, 21, 12);

describe('formatDeliveryWindow', () => {
  it('names the first and the last day', () => {
    expect(formatDeliveryWindow(noon, { min: 3, max: 5 })).toBe('Tue, Nov 24 – Thu, Nov 26');
  });

  it('names one day when both ends meet', () => {
    expect(formatDeliveryWindow(noon, { min: 1, max: 1 })).toBe('Sun, Nov 22');
  });
});

describe('formatAgo', () => {
  it.each([
    [5_000, 'just now'],
    [180_000, '3 minutes ago'],
    [7_200_000, '2 hours ago'],
    [86_400_000, 'yesterday'],
  ])('%i ms', (gap, words) => {
    expect(formatAgo(new Date(noon.getTime() - gap), noon)).toBe(words);
  });
});

describe('plural', () => {
  it('counts in words', () => {
    expect([plural(1, 'item'), plural(0, 'item'), plural(1204, 'item'), plural(2, 'category', 'categories')]).toEqual([
      '1 item',
      '0 items',
      '1,204 items',
      '2 categories',
    ]);
  });
});

describe('formatDays', () => {
  it('names days of the calendar, in whatever zone the reader is', () => {
    expect(formatDays({ from: '2026-11-30', to: '2026-12-02' })).toBe('Mon, Nov 30 – Wed, Dec 2');
    expect(formatDays({ from: '2026-11-30', to: '2026-11-30' })).toBe('Mon, Nov 30');
  });
});

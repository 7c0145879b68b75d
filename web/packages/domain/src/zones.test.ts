import { formatInZone, fromZoned, toZoned } from './zones.ts';

describe('times of a zone', () => {
  it.each([
    ['2026-11-21T09:00', 'UTC', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T00:00', 'America/New_York', '2026-11-21T05:00:00.000Z'],
    ['2026-07-01T00:00', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-01-01T00:00', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T00:00', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26T00:00', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(fromZoned(local, zone)).toBe(instant);
    expect(toZoned(instant, zone)).toBe(local);
  });

  it('takes an hour the clocks leave out as the one after', () => {
    expect(fromZoned('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('knows what is no time', () => {
    expect(fromZoned('', 'UTC')).toBeNull();
    expect(fromZoned('soon', 'UTC')).toBeNull();
    expect(toZoned(null, 'UTC')).toBe('');
  });

  it('is written for the eye in the zone', () => {
    expect(formatInZone('2026-11-21T05:00:00Z', 'America/New_York')).toMatch(/Nov 21, 2026, 12:00.AM/);
  });
});

import type { ShippingZone } from '@tradepost/api';
import { usd } from '../../test/samples.ts';
import { guess, headerOf, missing, queryOf, unitOf } from './tableColumns.ts';
import { checkZone, gramsOf, zoneDraftOf, zoneOf } from './zoneDraft.ts';

const zones: ShippingZone[] = [
  { name: 'Flat', places: ['US'], basis: 'flat', basePrice: usd(500), perKg: null, rates: [], freeOver: usd(7500), neverFree: false,
    estimatedDays: null },
  { name: 'Kilo', places: null, basis: 'formula', basePrice: usd(500), perKg: usd(120), rates: [], freeOver: null, neverFree: true,
    estimatedDays: { min: 2, max: 4 } },
  { name: 'Goods', places: [], basis: 'price', basePrice: null, perKg: null, rates: [{ maxGoods: usd(5000), price: usd(900) },
    { maxGoods: null, price: usd(0) }], freeOver: null, neverFree: false, estimatedDays: null },
];

describe('a zone', () => {
  it.each(zones)('comes back from its form as it went in: $name', (zone) => {
    expect(zoneOf(zoneDraftOf(zone), 'USD')).toEqual(zone);
    expect(checkZone(zoneDraftOf(zone), 'USD', [])).toEqual({});
  });

  it('needs a name of its own, places that read and ascending steps', () => {
    const draft = zoneDraftOf(zones[2] ?? null);
    expect(checkZone({ ...draft, name: 'flat', places: 'US 902' }, 'USD', ['flat'])).toMatchObject({
      name: 'Another zone has this name.',
      places: expect.stringContaining('US 902'),
    });
    expect(checkZone({ ...draft, rates: [...draft.rates].reverse() }, 'USD', []).rates).toContain('Step 1 needs an upper bound');
    expect(checkZone({ ...draft, rates: [] }, 'USD', []).rates).toBe('Add at least one step.');
  });

  it.each([['0.25', 250], ['31.5', 31500], ['2', 2000], ['0.0005', null], ['1,5', null], ['', null]])(
    'reads %s kg as %s g', (text, grams) => expect(gramsOf(text)).toBe(grams));
});

describe('a file', () => {
  it('offers the names of its first line, whatever separates them', () => {
    expect(headerOf('\uFEFFa, "b c" ,d\n1,2,3')).toEqual(['a', 'b c', 'd']);
    expect(headerOf('a;b\r\n1;2')).toEqual(['a', 'b']);
  });

  it('is guessed by the names of its columns', () => {
    const draft = guess(['origin_zip3', 'dest_from', 'dest_to', 'zone'], unitOf);
    expect(draft).toMatchObject({ zoneColumn: 'zone', fromColumn: 'dest_from', toColumn: 'dest_to' });
    expect(missing('zones', draft)).toContain('country');
    expect(queryOf('zones', { ...draft, country: 'US', filterColumn: 'origin_zip3', filterValue: ' 005 ' })).toEqual({
      zoneColumn: 'zone', fromColumn: 'dest_from', toColumn: 'dest_to', country: 'US', filterColumn: 'origin_zip3', filterValue: '005',
    });
    expect(['max_weight_lb', 'weight (g)', 'kg', null].map(unitOf)).toEqual(['lb', 'g', 'kg', 'kg']);
  });
});

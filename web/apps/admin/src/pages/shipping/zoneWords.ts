import type { ShippingZone } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';

/** Where a zone goes, in a few words. */
export function placeWords({ places }: ShippingZone, nameOf: (code: string) => string): string {
  if (places === null) return 'Everywhere';
  if (places.length === 0) return 'Nowhere yet';
  const postal = places.filter((place) => place.includes(':')).length;
  const areas = places.filter((place) => !place.includes(':')).map((place) => (place.includes('-') ? place : nameOf(place)));
  const named = areas.length > 4 ? [...areas.slice(0, 3), `${areas.length - 3} more`] : areas;
  const codes = postal === 0 ? [] : postal <= 2 ? places.filter((place) => place.includes(':')) : [plural(postal, 'postal range')];
  return [...named, ...codes].join(', ');
}

/** What a zone charges, in a few words. */
export function chargeWords(zone: ShippingZone): string {
  const base = zone.basePrice ? formatMoney(zone.basePrice) : '';
  const prices = zone.rates.map((rate) => rate.price).sort((a, b) => a.minor - b.minor);
  const [least, most] = [prices[0], prices.at(-1)];
  if (zone.basis === 'flat') return base;
  if (zone.basis === 'formula') return `${base} + ${zone.perKg ? formatMoney(zone.perKg) : ''} a kg`;
  if (!least || !most) return 'No prices yet';
  const range = least.minor === most.minor ? formatMoney(least) : `${formatMoney(least)} – ${formatMoney(most)}`;
  return `${range} by ${zone.basis === 'weight' ? 'weight' : 'order value'}, ${plural(prices.length, 'step')}`;
}

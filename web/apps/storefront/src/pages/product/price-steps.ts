import type { PriceStep, VariantPrice } from '@tradepost/api';

/** The prices by quantity that this shopper gets: those of their group, which are never worse, or everybody's. */
export function stepsFor(price: VariantPrice): PriceStep[] {
  return price.groupPrices.length > 0 ? price.groupPrices : price.quantityPrices;
}

/** The step that this many units reach; undefined: the usual price. Steps come with rising quantities and falling prices. */
export function reached(steps: PriceStep[], quantity: number): PriceStep | undefined {
  return steps.filter((step) => step.minQuantity <= quantity).at(-1);
}

/** "5–9" or "10 or more", for each step. */
export function rangeWords(steps: PriceStep[], index: number): string {
  const from = steps[index]?.minQuantity ?? 1;
  const next = steps[index + 1]?.minQuantity;
  if (next === undefined) return from === 1 ? 'Any number' : `${from} or more`;
  return next - 1 === from ? String(from) : `${from}–${next - 1}`;
}

/** What is left, for the eye: days and hours while it is long, seconds when it is not. */
export function leftWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  if (days > 0) return `${days} d ${hours} h`;
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}

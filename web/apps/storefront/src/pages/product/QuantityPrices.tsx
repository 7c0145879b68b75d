import type { Money, PriceStep } from '@tradepost/api';
import { formatMoney, percentOff } from '@tradepost/domain';
import { rangeWords } from './price-steps.ts';

interface QuantityPricesProps {
  steps: PriceStep[];
  price: Money;
  reached: PriceStep | undefined;
  /** Whether these are the prices of the shopper's own group. */
  mine: boolean;
}

/** Lower prices from a number of units on. The row that the chosen quantity reaches is marked. */
export function QuantityPrices({ steps, price, reached, mine }: QuantityPricesProps) {
  if (steps.length === 0) return null;
  return (
    <table className="tabular mt-5 w-full max-w-sm text-sm">
      <caption className="pb-2 text-left font-semibold">{mine ? 'Your prices' : 'Buy more, pay less'}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Units</th>
          <th scope="col">Each</th>
          <th scope="col">Saved</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr
            key={step.minQuantity}
            aria-current={step === reached || undefined}
            className="border-t border-line text-ink-2 aria-[current]:bg-success-soft aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <th scope="row" className="px-3 py-2 text-left font-[inherit]">
              {rangeWords(steps, index)}
            </th>
            <td className="px-3 py-2 text-right">
              {formatMoney(step.price)} <span className="font-normal text-ink-3">each</span>
            </td>
            <td className="px-3 py-2 text-right">{percentOff(step.price, price) > 0 ? `−${percentOff(step.price, price)}%` : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

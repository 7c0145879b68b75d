import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cart, usd } from '../testing/samples.ts';
import { Totals } from './Totals.tsx';

const totals = { subtotal: usd(19800), discount: usd(1980), shipping: usd(590), tax: usd(1470), total: usd(19880) };
const trace = [
  { step: 'line', label: 'Pebble earbuds × 2', amount: usd(19800), lineId: 'l1' },
  { step: 'discount', label: 'Autumn 10 %', amount: usd(-1980), lineId: 'l1' },
  { step: 'shipping', label: 'Standard delivery', amount: usd(590) },
  { step: 'tax', label: 'Oregon 8.25 %', amount: usd(1470) },
];

/** The amount beside a name, as a person reads it. */
function amount(name: string): string | null {
  return screen.getByText(name, { selector: 'dt' }).closest('div')?.querySelector('dd')?.textContent ?? null;
}

describe('the sums of a cart', () => {
  it('shows each part as the shop computed it', () => {
    render(<Totals totals={totals} trace={trace} />);
    expect([amount('Subtotal'), amount('Discount'), amount('Delivery'), amount('Tax'), amount('Total')]).toEqual([
      '$198.00',
      '-$19.80',
      '$5.90',
      '$14.70',
      '$198.80',
    ]);
  });

  it('names promotions instead of one discount', () => {
    render(<Totals totals={totals} trace={trace} promotions={[{ name: 'Autumn 10 %', amount: usd(1980) }]} />);
    expect(amount('Autumn 10 %')).toBe('-$19.80');
    expect(screen.queryByText('Discount')).not.toBeInTheDocument();
  });

  it('calls no cost free, and a cost that is not known yet by its name', () => {
    const { rerender } = render(<Totals totals={cart.totals} trace={[]} />);
    expect(amount('Delivery')).toBe('Free');
    rerender(<Totals totals={cart.totals} trace={[]} shippingKnown={false} taxKnown={false} />);
    expect(amount('Delivery')).toBe('Not chosen yet');
    expect(amount('Tax')).toBe('Depends on your address');
    expect(screen.getByText('Total so far')).toBeInTheDocument();
  });

  it('shows tax that prices contain after the total, not above it', () => {
    render(<Totals totals={{ ...totals, taxIncluded: true }} trace={trace} />);
    expect(screen.queryByText('Tax')).not.toBeInTheDocument();
    expect(amount('Tax included')).toBe('$14.70');
  });

  it('names the certificate of who pays no tax, in place of the tax', () => {
    render(<Totals totals={totals} trace={trace} taxExemption={{ number: 'RESALE-7' }} />);
    expect(screen.queryByText('Tax')).not.toBeInTheDocument();
    expect(amount('Tax exempt')).toBe('No. RESALE-7');
  });

  it('opens every step of the way on request, in groups, and shows that they add up', async () => {
    render(<Totals totals={totals} trace={trace} />);
    await userEvent.click(screen.getByText('Why this total'));
    const steps = (group: string) =>
      within(screen.getByRole('region', { name: group }))
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(steps('Items')).toEqual(['Pebble earbuds × 2$198.00']);
    expect(steps('Discounts')).toEqual(['Autumn 10 %, Pebble earbuds × 2-$19.80']);
    expect(steps('Delivery')).toEqual(['Standard delivery$5.90']);
    expect(steps('Taxes')).toEqual(['Oregon 8.25 %$14.70']);
    expect(screen.getByText('$198.00 − $19.80 + $5.90 + $14.70 = $198.80')).toBeInTheDocument();
  });

  it('does not claim that steps add up which do not', async () => {
    render(<Totals totals={{ ...totals, total: usd(19881) }} trace={trace} />);
    await userEvent.click(screen.getByText('Why this total'));
    expect(screen.queryByText(/= \$198/)).not.toBeInTheDocument();
  });

  it('shows contained tax without adding it', async () => {
    const contained = trace.map((step) => (step.step === 'tax' ? { ...step, step: 'includedTax' } : step));
    render(<Totals totals={{ ...totals, total: usd(18410), taxIncluded: true }} trace={contained} />);
    await userEvent.click(screen.getByText('Why this total'));
    expect(screen.getByText('$198.00 − $19.80 + $5.90 = $184.10')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Tax included in the total' })).toBeInTheDocument();
  });

  it('offers no explanation it does not have', () => {
    render(<Totals totals={cart.totals} trace={[]} />);
    expect(screen.queryByText('Why this total')).not.toBeInTheDocument();
  });
});

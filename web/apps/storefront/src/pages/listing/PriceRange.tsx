import type { Money } from '@tradepost/api';
import { formatMoney, parseMoney, toDecimal } from '@tradepost/domain';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../components/Button.tsx';
import { inputClass } from '../../components/Field.tsx';

interface PriceRangeProps {
  range: { min: Money; max: Money };
  min: string;
  max: string;
  onChange: (min: string, max: string) => void;
}

export function currencySymbol(currency: string | undefined): string {
  if (!currency) return '';
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? '';
}

/** Two amounts to type, which a slider cannot hit on a phone. The field that makes no sense says so. */
export function PriceRange({ range, min, max, onChange }: PriceRangeProps) {
  const [from, setFrom] = useState(min);
  const [to, setTo] = useState(max);
  const [problem, setProblem] = useState('');
  const id = useId();
  const { currency } = range.min;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const low = from.trim() ? parseMoney(from, currency) : null;
    const high = to.trim() ? parseMoney(to, currency) : null;
    if ((from.trim() && !low) || (to.trim() && !high) || (low?.minor ?? 0) < 0 || (high?.minor ?? 0) < 0)
      setProblem('Enter amounts like 49 or 49.90.');
    else if (low && high && low.minor > high.minor) setProblem('The lower amount must come first.');
    else onChange(low ? plain(low) : '', high ? plain(high) : '');
  };
  const field = (label: string, value: string, set: (text: string) => void, placeholder: Money) => (
    <div className="relative min-w-0 grow">
      <label className="sr-only" htmlFor={`${id}-${label}`}>
        {label} price in {currency}
      </label>
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-sm text-ink-3">
        {currencySymbol(currency)}
      </span>
      <input
        id={`${id}-${label}`}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        placeholder={plain(placeholder, true)}
        onChange={(event) => {
          set(event.target.value);
          setProblem('');
        }}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        className={`${inputClass} tabular min-h-11! border-line-strong pr-2! pl-7! text-sm!`}
      />
    </div>
  );
  return (
    <form onSubmit={submit} noValidate>
      <div className="flex items-center gap-2">
        {field('Lowest', from, setFrom, range.min)}
        <span aria-hidden className="text-ink-3">
          –
        </span>
        {field('Highest', to, setTo, range.max)}
        <Button type="submit" look="secondary" className="px-4!" aria-label="Go: apply the price range">
          Go
        </Button>
      </div>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
      <p className="tabular mt-2 text-sm text-ink-3">
        {formatMoney(range.min)} to {formatMoney(range.max)}
      </p>
    </form>
  );
}

/** "49" rather than "49.00", for a short address; as a placeholder the full amount would not fit. */
function plain(money: Money, whole = false): string {
  const text = toDecimal(money);
  return whole ? text.replace(/\..*$/, '') : text.replace(/\.0+$/, '');
}

import { Minus, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';

interface QuantityStepperProps {
  value: number;
  onChange: (quantity: number) => void;
  label: string;
  min?: number;
  max?: number;
  disabled?: boolean;
}

/** Counts with buttons or by typing; what is typed counts when the field is left. */
export function QuantityStepper({ value, onChange, label, min = 1, max = 999, disabled = false }: QuantityStepperProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const commit = () => {
    const typed = /^\d+$/.test(text.trim()) ? Number(text) : value;
    const next = Math.min(Math.max(typed, min), Math.max(max, min));
    setText(String(next));
    if (next !== value) onChange(next);
  };
  const side = `grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken disabled:text-ink-3 disabled:hover:bg-transparent
      disabled:cursor-not-allowed`;
  return (
    <div role="group" aria-label={label} className="inline-flex items-center rounded-full border border-line-strong">
      <button
        type="button"
        aria-label="One less"
        className={side}
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      >
        <Minus size={16} aria-hidden />
      </button>
      <input
        aria-label="Quantity"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
        }}
        className="tabular h-11 w-9 bg-transparent text-center font-medium"
      />
      <button
        type="button"
        aria-label="One more"
        className={side}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        <Plus size={16} aria-hidden />
      </button>
    </div>
  );
}

import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import classes from './Preview.module.css';
import type { Sample, SampleLine } from './sampleCart.ts';

interface Props {
  sample: Sample;
  currency: string;
  onChange(sample: Sample): void;
}

export function SampleLines({ sample, currency, onChange }: Props) {
  const change = (place: number, patch: Partial<SampleLine>) =>
    onChange({ ...sample, lines: sample.lines.map((line, index) => (index === place ? { ...line, ...patch } : line)) });
  const add = () =>
    onChange({ ...sample, lines: [...sample.lines, { price: '10.00', quantity: '1', meant: true }] });
  return (
    <div role="group" aria-label="Sample cart">
      {sample.lines.map((line, place) => (
        <div key={place} className={classes.line}>
          <TextInput size="xs" w={58} inputMode="numeric" aria-label={`Quantity of line ${place + 1}`} value={line.quantity}
            onChange={(event) => change(place, { quantity: event.currentTarget.value })} />
          <span aria-hidden>×</span>
          <TextInput size="xs" className={classes.price} inputMode="decimal" aria-label={`Price of line ${place + 1}, ${currency}`}
            value={line.price} onChange={(event) => change(place, { price: event.currentTarget.value })} />
          <Checkbox size="xs" label="It is for this" checked={line.meant}
            onChange={(event) => change(place, { meant: event.currentTarget.checked })} />
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove line ${place + 1}`} disabled={sample.lines.length === 1}
            onClick={() => onChange({ ...sample, lines: sample.lines.filter((_, index) => index !== place) })}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.line}>
        <Button variant="subtle" size="compact-sm" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          Add a line
        </Button>
        <span className={classes.space} />
        <label className={classes.shipping}>
          Shipping
          <TextInput size="xs" w={76} inputMode="decimal" value={sample.shipping}
            onChange={(event) => onChange({ ...sample, shipping: event.currentTarget.value })} />
        </label>
      </div>
    </div>
  );
}

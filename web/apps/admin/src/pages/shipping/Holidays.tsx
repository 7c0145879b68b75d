import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { DeliveryCalendar } from '@tradepost/api';
import { Plus, X } from 'lucide-react';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Shipping.module.css';

type Holiday = DeliveryCalendar['holidays'][number];

interface Props {
  holidays: Holiday[];
  error: unknown;
  onChange(holidays: Holiday[]): void;
}

export function Holidays({ holidays, error, onChange }: Props) {
  const set = (index: number, patch: Partial<Holiday>) =>
    onChange(holidays.map((holiday, at) => (at === index ? { ...holiday, ...patch } : holiday)));
  return (
    <div className={classes.stack}>
      <p className={classes.caption}>
        {holidays.length === 0
          ? 'None yet. On a holiday nothing is sent and nothing arrives.'
          : 'Nothing is sent and nothing arrives on these days.'}
      </p>
      {holidays.map((holiday, index) => (
        <div key={index} className={classes.holiday}>
          <TextInput type="date" aria-label={`Holiday ${index + 1}, day`} value={holiday.date}
            error={fieldOf(error, `holidays[${index}].date`)} onChange={(event) => set(index, { date: event.currentTarget.value })} />
          <TextInput aria-label={`Holiday ${index + 1}, name`} placeholder="Name" value={holiday.name}
            error={fieldOf(error, `holidays[${index}].name`)} onChange={(event) => set(index, { name: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${holiday.name || `holiday ${index + 1}`}`}
            onClick={() => onChange(holidays.filter((_, at) => at !== index))}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...holidays, { date: '', name: '' }])}>
          Add holiday
        </Button>
      </div>
    </div>
  );
}

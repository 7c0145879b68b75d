import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { DeliveryCalendar } from '@tradepost/api';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Shipping.module.css';

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const title = (day: string) => day[0]?.toUpperCase() + day.slice(1);

/** Why it can't be saved; null when it can. */
export function calendarProblem({ cutOff, handlingDays, workingDays, holidays }: DeliveryCalendar): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff)) return 'Give the cut-off as a time, like 14:00.';
  if (!Number.isInteger(handlingDays) || handlingDays < 0 || handlingDays > 60) return 'Handling takes 0 to 60 working days.';
  if (workingDays.length === 0) return 'Choose at least one day: nothing would ever be sent.';
  if (holidays.some(({ date, name }) => date === '' || name.trim() === '')) return 'Give each holiday a day and a name.';
  return new Set(holidays.map(({ date }) => date)).size < holidays.length ? 'One day is there twice among the holidays.' : null;
}

interface Props {
  draft: DeliveryCalendar;
  error: unknown;
  onChange(patch: Partial<DeliveryCalendar>): void;
}

export function CalendarFields({ draft, error, onChange }: Props) {
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        <TextInput
          label="Cut-off"
          type="time"
          description={`Orders before this time leave the same day. Time zone: ${draft.timeZone ?? 'the shop’s'}.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.cutOff}
          error={fieldOf(error, 'cutOff')}
          onChange={(event) => onChange({ cutOff: event.currentTarget.value })}
        />
        <NumberInput
          label="Handling"
          suffix=" working days"
          description="Between an order and its handing over."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          min={0}
          max={60}
          allowDecimal={false}
          value={draft.handlingDays}
          error={fieldOf(error, 'handlingDays')}
          onChange={(days) => onChange({ handlingDays: days === '' ? NaN : Number(days) })}
        />
      </div>
      <Checkbox.Group
        label="Working days"
        description="Parcels are handed over and delivered on these days."
        value={draft.workingDays}
        error={fieldOf(error, 'workingDays')}
        onChange={(days) => onChange({ workingDays: week.filter((day) => days.includes(day)) })}
      >
        <div className={classes.row} style={{ marginTop: 10, gap: 18 }}>
          {week.map((day) => (
            <Checkbox key={day} value={day} label={title(day)} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

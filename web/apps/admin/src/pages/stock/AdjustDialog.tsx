import { Button, Modal, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { StockLevel } from '@tradepost/api';
import { useId, useState, type FormEvent } from 'react';
import { useAdjustStock } from '../../data/stock.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import { adjustmentOf, outcomeOf, type Mode } from './adjustment.ts';
import classes from './Stock.module.css';

const reasons = ['Delivery received', 'Stock count', 'Damaged or lost', 'Returned by a customer', 'Correction', 'Other'];
const modes = [
  { value: 'delta', label: 'Add or take away' },
  { value: 'set', label: 'Set what was counted' },
];

interface Props {
  level: StockLevel | null;
  onClose(): void;
}

export function AdjustDialog({ level, onClose }: Props) {
  return (
    <Modal opened={level !== null} onClose={onClose} title="Adjust stock" size="md">
      {level && <AdjustForm level={level} onClose={onClose} />}
    </Modal>
  );
}

function AdjustForm({ level, onClose }: { level: StockLevel; onClose(): void }) {
  const [mode, setMode] = useState<Mode>('delta');
  const [amount, setAmount] = useState<number | string>('');
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const adjust = useAdjustStock();
  const toast = useToast();
  const { problem } = outcomeOf(level, mode, amount);
  const words = reason === 'Other' ? note.trim() : (reason ?? '');
  const name = [level.name, optionWords(level.options)].filter(Boolean).join(', ');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problem || words === '') return;
    const result = await adjust.mutateAsync(adjustmentOf(level, { mode, amount, reason: words })).catch(() => null);
    if (!result) return;
    // With a difference the old number follows from the answer, also when somebody sold one in between.
    const before = mode === 'delta' ? result.onHand - Number(amount) : level.onHand;
    toast({ title: `${name}: ${before} → ${result.onHand} on hand`, detail: `${result.available} available at ${level.locationName}.` });
    onClose();
  };
  const change = (value: string) => {
    setMode(value === 'set' ? 'set' : 'delta');
    setAmount('');
  };

  return (
    <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
      <Refusal error={adjust.error} />
      <div>
        <p className={classes.name}>{name}</p>
        <p className="row-note">{`${level.sku} · ${level.locationName} · ${level.onHand} on hand, ${level.reserved} reserved`}</p>
      </div>
      <SegmentedControl fullWidth aria-label="Way of adjusting" value={mode} onChange={change} data={modes} />
      <Amount key={mode} level={level} mode={mode} value={amount} onChange={setAmount} error={adjust.error} />
      <Select
        label="Reason"
        placeholder="Choose one"
        data={reasons}
        value={reason}
        onChange={setReason}
        error={fieldOf(adjust.error, 'reason')}
      />
      {reason === 'Other' && (
        <TextInput label="In your words" value={note} maxLength={200} onChange={(event) => setNote(event.currentTarget.value)} />
      )}
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onClose}>
          Leave as it is
        </Button>
        <ReasonedButton
          type="submit"
          loading={adjust.isPending}
          reason={problem ?? (words ? null : 'Say why: the reason goes into the journal.')}
        >
          Adjust
        </ReasonedButton>
      </div>
    </form>
  );
}

interface AmountProps {
  level: StockLevel;
  mode: Mode;
  value: number | string;
  onChange(value: number | string): void;
  error: unknown;
}

/** The number and, beside it, what it leads to. */
function Amount({ level, mode, value, onChange, error }: AmountProps) {
  const [left, setLeft] = useState(false);
  const id = useId();
  const { after, problem } = outcomeOf(level, mode, value);
  const shown = problem && (left || after !== null) ? problem : undefined;
  return (
    <div className={classes.amount}>
      <NumberInput
        label={mode === 'set' ? 'Counted on the shelf' : 'Change'}
        placeholder={mode === 'set' ? String(level.onHand) : 'For example 12 or -3'}
        value={value}
        allowDecimal={false}
        max={1_000_000}
        min={mode === 'set' ? 0 : -1_000_000}
        clampBehavior="none"
        onChange={onChange}
        onBlur={() => setLeft(true)}
        error={fieldOf(error, mode) ?? shown}
        data-autofocus
        aria-describedby={id}
      />
      <p id={id} className={classes.preview} aria-live="polite">
        <span className="row-note">On hand</span>
        <span className="figures">
          {level.onHand}
          {after !== null && !problem && (
            <>
              {' → '}
              <strong>{after}</strong>
            </>
          )}
        </span>
      </p>
    </div>
  );
}

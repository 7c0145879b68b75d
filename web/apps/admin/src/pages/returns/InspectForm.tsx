import { NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefundDecision, Return, ReturnCondition } from '@tradepost/api';
import { formatMoney, negated, parseMoney } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { receiptQuote, useReceive } from '../../data/returns.ts';
import { Card } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from '../orders/Order.module.css';
import { conditions, decisions } from './words.tsx';

interface Finding {
  quantity: number;
  condition: ReturnCondition;
  restock: boolean;
}

/** Goods are looked at: what is there, how it is, where it goes, and what goes back, to the cent. */
export function InspectForm({ one }: { one: Return }) {
  const [findings, setFindings] = useState<Record<string, Finding>>(() =>
    Object.fromEntries(one.lines.map((line) => [line.lineId, { quantity: line.quantity, condition: 'asNew', restock: true }])),
  );
  const [decision, setDecision] = useState<RefundDecision>('full');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const receive = useReceive(one.id);
  const toast = useToast();

  const lines = one.lines
    .map((line) => ({ lineId: line.lineId, ...(findings[line.lineId] ?? { quantity: 0, condition: 'asNew', restock: true }) }))
    .filter((line): line is Finding & { lineId: string } => line.quantity > 0);
  const quote = useQuery(receiptQuote(one.id, lines.map(({ lineId, quantity }) => ({ lineId, quantity })))).data;
  const currency = one.expected.worth.currency;
  const typed = parseMoney(amount, currency);
  const refund = decision === 'none' ? { minor: 0, currency } : decision === 'part' ? typed : (quote?.refund ?? null);
  const reason = whyNot();

  function whyNot(): string | null {
    if (lines.length === 0) return 'Say what was in the parcel.';
    if (decision === 'part' && (!typed || typed.minor <= 0)) return 'Say how much goes back.';
    if (decision === 'part' && quote && typed && typed.minor > quote.worth.minor)
      return `At most ${formatMoney(quote.worth)} was paid for it.`;
    if (decision === 'none' && note.trim() === '') return 'Say why nothing goes back: the customer reads it.';
    return null;
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const done = await receive
      .mutateAsync({
        lines,
        refund: decision,
        ...(decision === 'part' && typed && { amount: typed }),
        ...(note.trim() && { note: note.trim() }),
      })
      .catch(() => null);
    if (done?.decided)
      toast({ title: `${one.number} is complete`, detail: `${formatMoney(done.decided.refund)} goes back to the customer.` });
  };

  return (
    <Card title="Receive and inspect">
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Refusal error={receive.error} />
        {one.lines.map((line) => (
          <FindingRow
            key={line.id}
            name={line.name}
            most={line.quantity}
            value={findings[line.lineId] ?? { quantity: 0, condition: 'asNew', restock: true }}
            onChange={(finding) => setFindings({ ...findings, [line.lineId]: finding })}
          />
        ))}
        <div>
          <p className={classes.small}>What goes back</p>
          <SegmentedControl
            fullWidth
            aria-label="What goes back"
            value={decision}
            onChange={(value) => setDecision(value as RefundDecision)}
            data={Object.entries(decisions).map(([value, label]) => ({ value, label }))}
          />
        </div>
        {decision === 'part' && (
          <TextInput
            inputMode="decimal"
            label={`Amount in ${currency}`}
            description={quote && `${formatMoney(quote.worth)} was paid for what came back.`}
            value={amount}
            error={fieldOf(receive.error, 'amount')}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
        {decision === 'full' && quote && (
          <dl className={classes.sums}>
            <SumRow label="Paid for what came back" value={formatMoney(quote.worth)} />
            {quote.fee.minor > 0 && <SumRow label="Restocking fee" value={formatMoney(negated(quote.fee))} />}
            {quote.shipping.minor > 0 && <SumRow label="Delivery" value={formatMoney(quote.shipping)} />}
          </dl>
        )}
        <Textarea
          label="Note"
          description="The customer reads it."
          value={note}
          maxLength={500}
          autosize
          minRows={2}
          error={fieldOf(receive.error, 'note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes.dialogEnd}>
          <ReasonedButton type="submit" reason={reason} loading={receive.isPending}>
            {refund && refund.minor > 0 ? `Close and refund ${formatMoney(refund)}` : 'Close without a refund'}
          </ReasonedButton>
        </div>
      </form>
    </Card>
  );
}

function SumRow({ label, value }: { label: string; value: string }) {
  return (
    <div className={classes.sumRow}>
      <dt>{label}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}

interface RowProps {
  name: string;
  most: number;
  value: Finding;
  onChange(finding: Finding): void;
}

function FindingRow({ name, most, value, onChange }: RowProps) {
  const sellable = value.condition === 'asNew' || value.condition === 'opened';
  return (
    <fieldset className={classes.pick}>
      <legend>{name}</legend>
      <div className={classes.pair}>
        <NumberInput
          label="Units in the parcel"
          value={value.quantity}
          min={0}
          max={most}
          allowDecimal={false}
          suffix={` of ${most}`}
          onChange={(quantity) => onChange({ ...value, quantity: Number(quantity) || 0 })}
        />
        <Select
          label="Condition"
          allowDeselect={false}
          data={Object.entries(conditions).map(([condition, label]) => ({ value: condition, label }))}
          value={value.condition}
          onChange={(condition) => {
            const next = (condition ?? value.condition) as ReturnCondition;
            onChange({ ...value, condition: next, restock: next === 'asNew' || next === 'opened' });
          }}
        />
        <Switch
          label="Back on the shelf"
          description={value.restock ? 'It can be sold again.' : 'It is written off.'}
          checked={value.restock}
          disabled={!sellable && !value.restock && value.condition === 'unusable'}
          onChange={(event) => onChange({ ...value, restock: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}

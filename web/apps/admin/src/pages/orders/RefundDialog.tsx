import { Button, Checkbox, Modal, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Order, OrderLine, RefundInput } from '@tradepost/api';
import { formatMoney, parseMoney } from '@tradepost/domain';
import { useRef, useState, type FormEvent } from 'react';
import { refundsOf } from '../../data/ledger.ts';
import { useRefund } from '../../data/orders.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import classes from './Order.module.css';
import { deliveryLeft, leftToRefund, mayRestock, unitsLeft, whyNotUnits, worthOf, type Units } from './refunding.ts';

interface Props {
  order: Order;
  opened: boolean;
  onClose(): void;
}

export function RefundDialog({ order, opened, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 47.99em)');
  return (
    <Modal opened={opened} onClose={onClose} title={`Refund ${order.number}`} size={560} fullScreen={phone ?? false}>
      <RefundForm order={order} onClose={onClose} />
    </Modal>
  );
}

function RefundForm({ order, onClose }: Omit<Props, 'opened'>) {
  const [by, setBy] = useState<'lines' | 'amount'>('lines');
  const [units, setUnits] = useState<Units>({});
  const [amount, setAmount] = useState('');
  const [delivery, setDelivery] = useState(false);
  const [restock, setRestock] = useState(false);
  const [reason, setReason] = useState('');
  const refund = useRefund(order.id);
  const refunds = useQuery(refundsOf(order.id));
  const toast = useToast();
  const key = useRef<{ sent: string; key: string }>(undefined);

  const left = leftToRefund(order);
  const typed = parseMoney(amount, left.currency) ?? { ...left, minor: 0 };
  const shipping = deliveryLeft(order, refunds.data?.items ?? []);
  const goods = worthOf(order, units);
  const bought = { ...goods, minor: goods.minor + (delivery ? shipping.minor : 0) };
  const worth = by === 'lines' ? bought : typed;
  const whyNot = whyNotSubmit();

  function whyNotSubmit(): string | null {
    const lines = by === 'lines' ? whyNotUnits(order, units, delivery) : worth.minor > 0 ? null : 'Say how much goes back.';
    if (lines) return lines;
    if (worth.minor > left.minor) return `Only ${formatMoney(left)} is left to refund.`;
    return reason.trim() === '' ? 'Say why first: the reason stays with the order.' : null;
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot) return;
    const lines = linesOf(order, units);
    const what = { ...(lines.length > 0 && { lines, ...(restock && { restock }) }), ...(delivery && { shipping: true }) };
    const body: RefundInput = { reason: reason.trim(), ...(by === 'lines' ? what : { amount: worth }) };
    const sent = JSON.stringify(body);
    if (key.current?.sent !== sent) key.current = { sent, key: crypto.randomUUID() };
    const done = await refund.mutateAsync({ body, key: key.current.key }).catch(() => null);
    if (!done) return;
    toast({ title: `${formatMoney(done.amount)} refunded`, detail: `${order.number}: ${done.reason}` });
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.dialog}>
      <Refusal error={refund.error} />
      <SegmentedControl
        aria-label="Refund by"
        value={by}
        onChange={(value) => setBy(value === 'amount' ? 'amount' : 'lines')}
        data={[{ value: 'lines', label: 'What was bought' }, { value: 'amount', label: 'An amount' }]}
      />
      {by === 'lines' ? (
        <fieldset className={classes.pick}>
          <legend>Units that are given back</legend>
          {order.lines.map((line) => (
            <RefundRow
              key={line.id}
              line={line}
              value={units[line.id] ?? 0}
              onChange={(value) => setUnits({ ...units, [line.id]: value })}
            />
          ))}
          {shipping.minor > 0 && refunds.isSuccess && (
            <Checkbox
              className={classes.pickTick}
              label={`Delivery, ${formatMoney(shipping)}`}
              checked={delivery}
              onChange={(event) => setDelivery(event.currentTarget.checked)}
            />
          )}
          {goods.minor > 0 && mayRestock(order) && (
            <Checkbox
              className={classes.pickTick}
              label="Put the units back on the shelf"
              description="Only if they are back and can be sold again."
              checked={restock}
              onChange={(event) => setRestock(event.currentTarget.checked)}
            />
          )}
        </fieldset>
      ) : (
        <TextInput
          inputMode="decimal"
          label={`Amount in ${left.currency}`}
          description={`${formatMoney(left)} is left to refund.`}
          value={amount}
          error={fieldOf(refund.error, 'amount')}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      )}
      <Textarea
        label="Reason"
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        error={fieldOf(refund.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <ReasonedButton type="submit" reason={whyNot} loading={refund.isPending}>
          {worth.minor > 0 ? `Refund ${formatMoney(worth)}` : 'Refund'}
        </ReasonedButton>
      </div>
    </form>
  );
}

const linesOf = (order: Order, units: Units) =>
  order.lines
    .map((line) => ({ lineId: line.id, quantity: Number(units[line.id] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);

interface RowProps {
  line: OrderLine;
  value: number | string;
  onChange(value: number | string): void;
}

function RefundRow({ line, value, onChange }: RowProps) {
  const left = unitsLeft(line);
  return (
    <div className={classes.pickRow}>
      <span className={classes.pickName}>
        <span className="row-main">{line.name}</span>
        <span className="row-note">{[optionWords(line.options), left === 0 && 'refunded'].filter(Boolean).join(' · ')}</span>
      </span>
      <NumberInput
        className={classes.pickCount}
        aria-label={`Units of ${line.name} to refund, ${left} left`}
        value={value}
        min={0}
        max={left}
        disabled={left === 0}
        clampBehavior="none"
        allowDecimal={false}
        suffix={` of ${left}`}
        error={Number(value) > left ? `Only ${left} left.` : undefined}
        onChange={onChange}
      />
    </div>
  );
}

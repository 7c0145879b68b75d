import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Order, OrderLine } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useShip } from '../../data/orders.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import classes from './Order.module.css';
import { parcelOf, quantityProblem, remainingOf, type Picked } from './shipping.ts';

const carriers = ['UPS', 'FedEx', 'USPS', 'DHL'];
const other = 'Other carrier';

interface Label {
  carrier: string;
  otherCarrier: string;
  tracking: string;
}

interface Props {
  order: Order;
  opened: boolean;
  onClose(): void;
}

export function ShipDialog({ order, opened, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 47.99em)');
  return (
    <Modal opened={opened} onClose={onClose} title={`Ship ${order.number}`} size={560} fullScreen={phone ?? false}>
      <ShipForm order={order} onClose={onClose} />
    </Modal>
  );
}

function ShipForm({ order, onClose }: Omit<Props, 'opened'>) {
  const remaining = remainingOf(order).filter(({ left }) => left > 0);
  const [picked, setPicked] = useState<Picked>(() => Object.fromEntries(remaining.map(({ line, left }) => [line.id, left])));
  const [label, setLabel] = useState<Label>({ carrier: carriers[0] ?? other, otherCarrier: '', tracking: '' });
  const ship = useShip(order.id);
  const toast = useToast();
  const parcel = parcelOf(remaining, picked);
  const carrier = label.carrier === other ? label.otherCarrier.trim() : label.carrier;
  const reason = parcel.reason ?? (carrier === '' ? 'Name the carrier.' : null);
  const units = plural(
    parcel.lines.reduce((sum, line) => sum + line.quantity, 0),
    'unit',
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const trackingNumber = label.tracking.trim();
    const shipment = await ship.mutateAsync({ lines: parcel.lines, carrier, ...(trackingNumber && { trackingNumber }) }).catch(() => null);
    if (!shipment) return;
    toast({
      title: `${units} of ${order.number} shipped`,
      detail: `Tracking number ${shipment.trackingNumber ?? 'not given'}. The customer is being told.`,
    });
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.dialog}>
      <Refusal error={ship.error} />
      <fieldset className={classes.pick}>
        <legend>What goes into this parcel</legend>
        {remaining.map(({ line, left }) => (
          <PickRow
            key={line.id}
            line={line}
            left={left}
            value={picked[line.id] ?? ''}
            onChange={(value) => setPicked((before) => ({ ...before, [line.id]: value }))}
          />
        ))}
      </fieldset>
      <LabelFields label={label} error={ship.error} onChange={(patch) => setLabel((before) => ({ ...before, ...patch }))} />
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <ReasonedButton type="submit" reason={reason} loading={ship.isPending}>{`Ship ${units}`}</ReasonedButton>
      </div>
    </form>
  );
}

interface PickRowProps {
  line: OrderLine;
  left: number;
  value: number | string;
  onChange(value: number | string): void;
}

function PickRow({ line, left, value, onChange }: PickRowProps) {
  return (
    <div className={classes.pickRow}>
      <Thumb url={line.imageUrl} />
      <span className={classes.pickName}>
        <span className="row-main">{line.name}</span>
        <span className="row-note">{[optionWords(line.options), line.sku].filter(Boolean).join(' · ')}</span>
      </span>
      <NumberInput
        className={classes.pickCount}
        aria-label={`Quantity of ${line.name} to ship, ${left} left`}
        value={value}
        min={0}
        max={left}
        clampBehavior="none"
        allowDecimal={false}
        suffix={` of ${left}`}
        error={quantityProblem(value, left)}
        onChange={onChange}
      />
    </div>
  );
}

function LabelFields({ label, error, onChange }: { label: Label; error: unknown; onChange(patch: Partial<Label>): void }) {
  return (
    <div className={classes.pair}>
      <Select
        label="Carrier"
        data={[...carriers, other]}
        value={label.carrier}
        error={fieldOf(error, 'carrier')}
        onChange={(carrier) => onChange({ carrier: carrier ?? other })}
      />
      {label.carrier === other && (
        <TextInput
          label="Carrier’s name"
          value={label.otherCarrier}
          onChange={(event) => onChange({ otherCarrier: event.currentTarget.value })}
        />
      )}
      <TextInput
        label="Tracking number"
        description="Left empty, the shop makes one."
        value={label.tracking}
        error={fieldOf(error, 'trackingNumber')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ tracking: event.currentTarget.value })}
      />
    </div>
  );
}

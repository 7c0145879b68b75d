import { Button, Modal, NumberInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Order, OrderLine, StaffShipment } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useShip } from '../../data/orders.ts';
import { courierList, shipmentsOf } from '../../data/shipments.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import { firstLabel, LabelFields, type Label } from './LabelFields.tsx';
import classes from './Order.module.css';
import { parcelOf, quantityProblem, remainingOf, type Picked } from './shipping.ts';

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

function wordsFor(shipment: StaffShipment, units: string, number: string): { title: string; detail: string } {
  if (shipment.status === 'packed')
    return { title: `The label for ${units} of ${number} is bought`, detail: 'Print it, and say so when the courier takes the parcel.' };
  if (shipment.status === 'buying')
    return { title: 'The courier has not answered yet', detail: 'It is asked again by itself. Nothing is bought twice.' };
  return {
    title: `${units} of ${number} shipped`,
    detail: `Tracking number ${shipment.trackingNumber ?? 'not given'}. The customer is being told.`,
  };
}

function ShipForm({ order, onClose }: Omit<Props, 'opened'>) {
  const parcels = useQuery(shipmentsOf(order.id)).data?.filter(({ status }) => status !== 'voided');
  const remaining = remainingOf({ lines: order.lines, shipments: parcels ?? order.shipments }).filter(({ left }) => left > 0);
  const couriers = useQuery(courierList()).data;
  const [picked, setPicked] = useState<Picked>(() => Object.fromEntries(remaining.map(({ line, left }) => [line.id, left])));
  const [chosen, setChosen] = useState<Partial<Label>>({});
  const label: Label = { ...firstLabel(couriers), ...chosen };
  const ship = useShip(order.id);
  const toast = useToast();
  const parcel = parcelOf(remaining, picked);
  const bought = couriers?.couriers.find(({ id }) => id === label.carrier);
  const carrier = label.carrier === 'other' ? label.otherCarrier.trim() : label.carrier;
  const nothing = remaining.length === 0 ? 'All of it is packed already.' : null;
  const reason = nothing ?? parcel.reason ?? (carrier === '' ? 'Name the carrier.' : null);
  const units = plural(
    parcel.lines.reduce((sum, line) => sum + line.quantity, 0),
    'unit',
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const trackingNumber = label.tracking.trim();
    const more = bought
      ? { ...(label.service && { service: label.service }), ...(label.weightGrams && { weightGrams: label.weightGrams }) }
      : { ...(trackingNumber && { trackingNumber }) };
    const shipment = await ship.mutateAsync({ lines: parcel.lines, carrier, ...more }).catch(() => null);
    if (!shipment) return;
    toast(wordsFor(shipment, units, order.number));
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
      <LabelFields
        orderId={order.id}
        couriers={couriers}
        label={label}
        error={ship.error}
        onChange={(patch) => setChosen((before) => ({ ...before, ...patch }))}
      />
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <ReasonedButton type="submit" reason={reason} loading={ship.isPending}>
          {bought ? `Buy label for ${units}` : `Ship ${units}`}
        </ReasonedButton>
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

import { Alert, Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Order } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useShip } from '../../data/orders.ts';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import classes from './Order.module.css';
import { parcelOf, quantityProblem, remainingOf, type Picked } from './shipping.ts';

const carriers = ['UPS', 'FedEx', 'USPS', 'DHL'];
const other = 'Other carrier';

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
  const [carrier, setCarrier] = useState(carriers[0] ?? other);
  const [otherCarrier, setOtherCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const ship = useShip(order.id);
  const toast = useToast();
  const parcel = parcelOf(remaining, picked);
  const carrierName = carrier === other ? otherCarrier.trim() : carrier;
  const reason = parcel.reason ?? (carrierName === '' ? 'Name the carrier.' : null);
  const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const problem = ship.error ? problemOf(ship.error) : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const trackingNumber = tracking.trim();
    const shipment = await ship
      .mutateAsync({ lines: parcel.lines, carrier: carrierName, ...(trackingNumber && { trackingNumber }) })
      .catch(() => null);
    if (!shipment) return;
    toast({
      title: `${plural(units, 'unit')} of ${order.number} shipped`,
      detail: `Tracking number ${shipment.trackingNumber ?? 'not given'}. The customer is being told.`,
    });
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.dialog}>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <fieldset className={classes.pick}>
        <legend>What goes into this parcel</legend>
        {remaining.map(({ line, left }) => (
          <div key={line.id} className={classes.pickRow}>
            <Thumb url={line.imageUrl} />
            <span className={classes.pickName}>
              <span className="row-main">{line.name}</span>
              <span className="row-note">{[optionWords(line.options), line.sku].filter(Boolean).join(' · ')}</span>
            </span>
            <NumberInput
              className={classes.pickCount}
              aria-label={`Quantity of ${line.name} to ship, ${left} left`}
              value={picked[line.id] ?? ''}
              min={0}
              max={left}
              clampBehavior="none"
              allowDecimal={false}
              suffix={` of ${left}`}
              error={quantityProblem(picked[line.id], left)}
              onChange={(value) => setPicked((before) => ({ ...before, [line.id]: value }))}
            />
          </div>
        ))}
      </fieldset>
      <div className={classes.pair}>
        <Select
          label="Carrier"
          data={[...carriers, other]}
          value={carrier}
          error={problem?.fields.carrier}
          onChange={(value) => setCarrier(value ?? other)}
        />
        {carrier === other && (
          <TextInput label="Carrier’s name" value={otherCarrier} onChange={(event) => setOtherCarrier(event.currentTarget.value)} />
        )}
        <TextInput
          label="Tracking number"
          description="Left empty, the shop makes one."
          value={tracking}
          error={problem?.fields.trackingNumber}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
      </div>
      <div className={classes.dialogEnd}>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <ReasonedButton type="submit" reason={reason} loading={ship.isPending}>{`Ship ${plural(units, 'unit')}`}</ReasonedButton>
      </div>
    </form>
  );
}

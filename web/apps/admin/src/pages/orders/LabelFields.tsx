import { NumberInput, Radio, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CourierList, CourierRate } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { problemOf } from '../../data/problems.ts';
import { shippingQuotes } from '../../data/shipments.ts';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Order.module.css';

const byHand = ['UPS', 'FedEx', 'USPS', 'DHL'];

export interface Label {
  /** A courier's id, a carrier's name, or "other". */
  carrier: string;
  otherCarrier: string;
  tracking: string;
  service: string;
  weightGrams: number | null;
}

/** What is proposed before anything was chosen: the shop's courier, else a carrier by hand. */
export function firstLabel(couriers: CourierList | undefined): Label {
  return { carrier: couriers?.defaultCourier ?? 'UPS', otherCarrier: '', tracking: '', service: '', weightGrams: null };
}

interface Props {
  orderId: string;
  couriers: CourierList | undefined;
  label: Label;
  error: unknown;
  onChange(patch: Partial<Label>): void;
}

/** Who takes the parcel: a courier that sells its label here, or a carrier it is brought to. */
export function LabelFields({ orderId, couriers, label, error, onChange }: Props) {
  const offered = couriers?.couriers ?? [];
  const bought = offered.some(({ id }) => id === label.carrier);
  const choices = [
    ...(offered.length > 0 ? [{ group: 'Buy a label from', items: offered.map(({ id, name }) => ({ value: id, label: name })) }] : []),
    { group: 'Bring it to', items: [...byHand.map((name) => ({ value: name, label: name })), { value: 'other', label: 'Other carrier' }] },
  ];
  return (
    <div className={classes.pair}>
      <Select
        label="Carrier"
        data={choices}
        value={label.carrier}
        allowDeselect={false}
        error={fieldOf(error, 'carrier')}
        onChange={(carrier) => onChange({ carrier: carrier ?? 'other', service: '' })}
      />
      {label.carrier === 'other' && (
        <TextInput
          label="Carrier’s name"
          value={label.otherCarrier}
          onChange={(event) => onChange({ otherCarrier: event.currentTarget.value })}
        />
      )}
      {bought ? (
        <Bought orderId={orderId} label={label} error={error} onChange={onChange} />
      ) : (
        <TextInput
          label="Tracking number"
          description="Left empty, the shop makes one."
          value={label.tracking}
          error={fieldOf(error, 'trackingNumber')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ tracking: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function rateWords({ name, price, days }: CourierRate): string {
  const when = days ? `, ${plural(days, 'day')}` : '';
  return `${name}: ${formatMoney(price)}${when}`;
}

function Bought({ orderId, label, error, onChange }: Omit<Props, 'couriers'>) {
  const quotes = useQuery(shippingQuotes(orderId, label.weightGrams ?? undefined));
  const quote = quotes.data?.couriers.find(({ courier }) => courier === label.carrier);
  const trouble = quotes.isError ? problemOf(quotes.error).message : quote?.problem;
  return (
    <>
      <NumberInput
        label="Weight"
        suffix=" g"
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={label.weightGrams ?? quotes.data?.weightGrams ?? ''}
        error={fieldOf(error, 'weightGrams')}
        onChange={(value) => onChange({ weightGrams: Number(value) > 0 ? Number(value) : null })}
      />
      <div className={classes.rates}>
        {quotes.isPending && <p role="status">Asking for prices …</p>}
        {trouble && <p role="alert">{trouble}</p>}
        {quote && quote.rates.length > 0 && (
          <Radio.Group
            label="Service"
            value={label.service || (quote.rates[0]?.service ?? '')}
            onChange={(service) => onChange({ service })}
            error={fieldOf(error, 'service')}
          >
            {quote.rates.map((rate) => (
              <Radio key={rate.service} className={classes.rate} value={rate.service} label={rateWords(rate)} />
            ))}
          </Radio.Group>
        )}
      </div>
    </>
  );
}

import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Address, ShippingSettings, ShopFacts } from '@tradepost/api';
import { courierList } from '../../data/shipments.ts';
import { Card } from '../../parts/Page.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Settings.module.css';
import { useCountries } from './useCountries.ts';

interface Props {
  draft: ShopFacts;
  error: unknown;
  onChange(patch: Partial<ShopFacts>): void;
}

const nowhere: Address = { name: '', line1: '', city: '', country: 'US' };
type TextField = 'name' | 'line1' | 'line2' | 'city' | 'state' | 'postalCode' | 'phone';

/** Where parcels come from and who takes them. Couriers with keys are set up by whoever runs the server. */
export function ParcelsCard({ draft, error, onChange }: Props) {
  const { choices } = useCountries();
  const couriers = useQuery(courierList()).data?.couriers ?? [];
  const { shipping } = draft;
  if (!shipping) return null;
  const set = (patch: Partial<ShippingSettings>) => onChange({ shipping: { ...shipping, ...patch } });
  const origin = shipping.origin ?? nowhere;
  const field = (name: TextField, label: string, max: number) => ({
    label,
    maxLength: max,
    value: origin[name] ?? '',
    error: fieldOf(error, `shipping.origin.${name}`),
    onChange: (event: { currentTarget: { value: string } }) => set({ origin: { ...origin, [name]: event.currentTarget.value } }),
  });
  return (
    <Card title="Parcels">
      <div className={classes.form}>
        <p className={classes.choiceLabel}>Where parcels come from, and returns go to</p>
        <TextInput {...field('name', 'Name', 200)} />
        <TextInput {...field('line1', 'Street and number', 200)} />
        <TextInput {...field('line2', 'Second line', 200)} />
        <TextInput {...field('city', 'Town', 100)} />
        <TextInput {...field('state', 'State or province', 10)} />
        <TextInput {...field('postalCode', 'Postal code', 20)} />
        <Select
          label="Country"
          data={choices}
          value={origin.country}
          searchable
          allowDeselect={false}
          error={fieldOf(error, 'shipping.origin.country')}
          onChange={(country) => set({ origin: { ...origin, country: country ?? origin.country } })}
        />
        <TextInput {...field('phone', 'Telephone', 40)} />
        <Select
          label="Courier proposed first"
          data={couriers.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={couriers.length === 0 ? 'None sells labels here yet' : 'None'}
          value={shipping.defaultCourier ?? null}
          clearable
          error={fieldOf(error, 'shipping.defaultCourier')}
          onChange={(defaultCourier) => set({ defaultCourier })}
        />
        <Switch
          label="Offer the demo courier"
          description="A courier that is nobody: its parcels travel by themselves. Not for a shop that sells."
          checked={shipping.demoCourier}
          onChange={(event) => set({ demoCourier: event.currentTarget.checked })}
        />
        {shipping.demoCourier && (
          <NumberInput
            label="Time between its events"
            suffix=" s"
            min={1}
            max={86_400}
            allowDecimal={false}
            value={shipping.demoCourierSeconds ?? 60}
            error={fieldOf(error, 'shipping.demoCourierSeconds')}
            onChange={(value) => set({ demoCourierSeconds: Number(value) || 60 })}
          />
        )}
      </div>
    </Card>
  );
}

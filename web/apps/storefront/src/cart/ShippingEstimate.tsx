import { useQuery } from '@tanstack/react-query';
import { isProblem, type Cart, type Country } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { ChevronDown } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { settingsQuery } from '../app/queries.ts';
import { Button } from '../components/Button.tsx';
import { SelectField, TextField } from '../components/Field.tsx';
import { homeCountry, postalCodeOf, stateLabelOf } from '../pages/checkout/address.ts';
import { useCart } from './CartContext.tsx';
import { sendTo } from './edits.ts';
import { EstimateOptions } from './EstimateOptions.tsx';

/** What delivery and tax will come to, before checkout: where to, then how. What is chosen is kept on the cart. */
export function ShippingEstimate({ cart }: { cart: Cart }) {
  const countries = useQuery(settingsQuery()).data?.countries;
  if (!countries) return null;
  const place = cart.address?.country ? placeWords(cart, countries) : null;
  return (
    <details className="group/estimate">
      <summary
        className={`flex min-h-11 list-none items-center justify-between gap-3 text-[0.9375rem] font-medium
          [&::-webkit-details-marker]:hidden`}
      >
        <span className="min-w-0 break-words">{place ? `Delivery to ${place}` : 'Estimate delivery and tax'}</span>
        <ChevronDown
          size={18}
          aria-hidden
          className="shrink-0 text-ink-2 transition-transform duration-150 group-open/estimate:rotate-180"
        />
      </summary>
      <div className="space-y-4 pt-2 pb-1">
        <PlaceForm cart={cart} countries={countries} />
        {place && <EstimateOptions cart={cart} />}
      </div>
    </details>
  );
}

function placeWords(cart: Cart, countries: Country[]): string {
  const { country, state, postalCode } = cart.address ?? {};
  const name = countries.find((one) => one.code === country)?.name ?? country;
  return [[state, postalCode].filter(Boolean).join(' '), name].filter(Boolean).join(', ');
}

function PlaceForm({ cart, countries }: { cart: Cart; countries: Country[] }) {
  const { edit } = useCart();
  const [country, setCountry] = useState(() => cart.address?.country ?? homeCountry(countries, navigator.languages));
  const [state, setState] = useState(cart.address?.state ?? '');
  const [postalCode, setPostalCode] = useState(cart.address?.postalCode ?? '');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const known = countries.find((one) => one.code === country);
  const postal = postalCodeOf(country);
  const refused = (name: string) => (isProblem(refusal) ? refusal.field(name) : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await edit((now) => sendTo(now, { country, state: state || undefined, postalCode: postalCode.trim() || undefined }));
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  const named = ['country', 'state', 'postalCode'].some(refused);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-3">
      <SelectField
        label="Country"
        value={country}
        error={refused('country')}
        autoComplete="shipping country"
        onChange={(event) => {
          setCountry(event.target.value);
          setState('');
          setRefusal(null);
        }}
      >
        <option value="" disabled>
          Choose a country
        </option>
        {countries.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 items-start gap-3">
        {known && known.states.length > 0 && (
          <SelectField
            label={stateLabelOf(country)}
            value={state}
            error={refused('state')}
            autoComplete="shipping address-level1"
            onChange={(event) => setState(event.target.value)}
          >
            <option value="">Choose</option>
            {known.states.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={postal.label}
          value={postalCode}
          error={refused('postalCode')}
          autoComplete="shipping postal-code"
          inputMode={postal.numeric ? 'numeric' : undefined}
          maxLength={20}
          onChange={(event) => setPostalCode(event.target.value)}
        />
      </div>
      {refusal !== null && !named && (
        <p role="alert" className="text-sm text-danger">
          {wordsFor(refusal)}
        </p>
      )}
      <Button type="submit" look="secondary" busy={busy} disabled={!country} className="w-full">
        Show delivery options
      </Button>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ApiProblem, type DeliveryPlace, type ShippingOption } from '@tradepost/api';
import { formatMoney, isZero } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { deliveryEstimateQuery, settingsQuery } from '../app/queries.ts';
import { Alert } from '../components/Alert.tsx';
import { ArrivalWords } from './ArrivalWords.tsx';
import { placeName, rememberedPlace, rememberPlace, type Place } from './place.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { ShippingProblemNote } from './ShippingProblemNote.tsx';

interface DeliveryEstimateProps {
  productId: string;
  variantId: string | undefined;
}

/** When it arrives and what that costs, once the visitor has said where. The place is remembered for the next product. */
export function DeliveryEstimate({ productId, variantId }: DeliveryEstimateProps) {
  const countries = useQuery(settingsQuery()).data?.countries ?? [];
  const [place, setPlace] = useState<Place | null>(rememberedPlace);
  const [asking, setAsking] = useState(place === null);
  const { data, error, isFetching } = useQuery(deliveryEstimateQuery(productId, place && asked(place, variantId)));
  const complaints = error instanceof ApiProblem ? firstOf(error.errors) : {};
  const open = asking || Object.keys(complaints).length > 0;

  const choose = (chosen: Place) => {
    rememberPlace(chosen);
    setPlace(chosen);
    setAsking(false);
  };
  return (
    <div className="min-w-0 grow" aria-busy={isFetching || undefined}>
      {place && !open && (
        <p className="-mt-2.5 flex flex-wrap items-baseline gap-x-2">
          <span>
            Delivery to <strong className="font-semibold">{placeName(place, countries)}</strong>
          </span>
          <button type="button" onClick={() => setAsking(true)} className="min-h-11 text-sm underline underline-offset-4 hover:text-ink">
            Change
          </button>
        </p>
      )}
      {open && countries.length > 0 && (
        <>
          <p>When does it arrive?</p>
          <PlaceForm countries={countries} place={place} busy={isFetching} complaints={complaints} onChoose={choose} />
        </>
      )}
      <div aria-live="polite">
        {place && !open && isFetching && !data && <div className="skeleton mt-2 h-11" aria-hidden />}
        {place && !open && data && <Options options={data.options} />}
        {place && !open && <ShippingProblemNote problem={data?.problem} />}
        {error && Object.keys(complaints).length === 0 && (
          <div className="mt-3">
            <Alert tone="danger">{wordsFor(error)}</Alert>
          </div>
        )}
      </div>
    </div>
  );
}

function Options({ options }: { options: ShippingOption[] }) {
  return (
    <ul className="divide-y divide-line">
      {options.map((option) => (
        <li key={option.id} className="flex items-baseline justify-between gap-4 py-2">
          <span className="min-w-0">
            <span className="block font-medium">
              <ArrivalWords option={option} />
            </span>
            <span className="block text-sm text-ink-2">{option.name}</span>
          </span>
          <span className="tabular">{isZero(option.price) ? 'Free' : formatMoney(option.price)}</span>
        </li>
      ))}
    </ul>
  );
}

function asked({ country, state, postalCode }: Place, variantId: string | undefined): DeliveryPlace {
  return { country, ...(state && { state }), ...(postalCode && { postalCode }), ...(variantId && { variantId }) };
}

const firstOf = (errors: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, complaints]) => [field, complaints[0] ?? 'is not right']));

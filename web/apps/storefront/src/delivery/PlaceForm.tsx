import type { Country } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { Button } from '../components/Button.tsx';
import { SelectField, TextField } from '../components/Field.tsx';
import { likelyCountry, type Place } from './place.ts';

interface PlaceFormProps {
  countries: Country[];
  place: Place | null;
  busy: boolean;
  /** What the shop says about single fields. */
  complaints: Record<string, string>;
  onChoose: (place: Place) => void;
}

export function PlaceForm({ countries, place, busy, complaints, onChoose }: PlaceFormProps) {
  const [draft, setDraft] = useState<Place>(
    () => place ?? { country: likelyCountry(countries, navigator.languages), state: '', postalCode: '' },
  );
  const country = countries.find(({ code }) => code === draft.country);
  const states = country?.states ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose({ ...draft, postalCode: draft.postalCode.trim() });
  };
  return (
    <form onSubmit={submit} className="mt-3 grid gap-3 sm:grid-cols-2" noValidate>
      <SelectField
        label="Country"
        autoComplete="country"
        value={draft.country}
        error={complaints.country}
        onChange={(event) => setDraft({ country: event.target.value, state: '', postalCode: '' })}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Postal code"
        autoComplete="postal-code"
        value={draft.postalCode}
        maxLength={20}
        error={complaints.postalCode}
        onChange={(event) => setDraft({ ...draft, postalCode: event.target.value })}
      />
      {states.length > 0 && (
        <SelectField
          label="State"
          optional
          autoComplete="address-level1"
          value={draft.state}
          error={complaints.state}
          onChange={(event) => setDraft({ ...draft, state: event.target.value })}
        >
          <option value="">Any</option>
          {states.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="flex items-end">
        <Button type="submit" look="secondary" size="m" busy={busy} className="min-h-12 w-full">
          See delivery
        </Button>
      </div>
    </form>
  );
}

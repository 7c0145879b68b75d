import type { Country } from '@tradepost/api';
import { SelectField, TextField } from '../../components/Field.tsx';
import { postalCodeOf, stateLabelOf, withCountry, type AddressFields } from './address.ts';

interface AddressFormProps {
  fields: AddressFields;
  countries: Country[];
  /** The section of the autocomplete names: a browser keeps shipping and billing apart. */
  section: 'shipping' | 'billing';
  errorOf: (name: keyof AddressFields) => string | undefined;
  onLeave: (name: keyof AddressFields) => void;
  onChange: (fields: AddressFields) => void;
}

export function AddressForm({ fields, countries, section, errorOf, onLeave, onChange }: AddressFormProps) {
  const country = countries.find((one) => one.code === fields.country);
  const postal = postalCodeOf(fields.country);
  const text = (name: keyof AddressFields, autoComplete: string) => ({
    name: `${section}-${name}`,
    value: fields[name],
    error: errorOf(name),
    autoComplete: `${section} ${autoComplete}`,
    maxLength: 120,
    onBlur: () => onLeave(name),
    onChange: (event: { target: { value: string } }) => onChange({ ...fields, [name]: event.target.value }),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-6">
      <div className="sm:col-span-6">
        <TextField label="Full name" required {...text('name', 'name')} />
      </div>
      <div className="sm:col-span-6">
        <SelectField
          label="Country"
          required
          {...text('country', 'country')}
          onChange={(event) => onChange(withCountry(fields, event.target.value, countries))}
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
      </div>
      <div className="sm:col-span-6">
        <TextField label="Street and number" required {...text('line1', 'address-line1')} />
      </div>
      <div className="sm:col-span-6">
        <TextField label="Apartment, floor, company" optional {...text('line2', 'address-line2')} />
      </div>
      <div className={country && country.states.length > 0 ? 'sm:col-span-2' : 'sm:col-span-3'}>
        <TextField label="City" required {...text('city', 'address-level2')} />
      </div>
      {country && country.states.length > 0 && (
        <div className="sm:col-span-2">
          <SelectField label={stateLabelOf(fields.country)} required={country.stateRequired} {...text('state', 'address-level1')}>
            <option value="">Choose</option>
            {country.states.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <div className={country && country.states.length > 0 ? 'sm:col-span-2' : 'sm:col-span-3'}>
        <TextField
          label={postal.label}
          required={country?.postalCodeRequired}
          optional={country ? !country.postalCodeRequired : false}
          inputMode={postal.numeric ? 'numeric' : undefined}
          {...text('postalCode', 'postal-code')}
        />
      </div>
    </div>
  );
}

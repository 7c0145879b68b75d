import type { Address, Country } from '@tradepost/api';

/** What is typed into the fields of an address; everything is text until it is sent. */
export interface AddressFields {
  name: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

export type AddressErrors = Partial<Record<keyof AddressFields, string>>;

export const noAddress: AddressFields = { name: '', line1: '', line2: '', city: '', state: '', postalCode: '', country: '' };

const postalCodes: Record<string, { label: string; pattern?: RegExp; example: string; numeric?: boolean }> = {
  US: { label: 'ZIP code', pattern: /^\d{5}(-\d{4})?$/, example: '97201', numeric: true },
  CA: { label: 'Postal code', pattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, example: 'K1A 0B1' },
  GB: { label: 'Postcode', pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, example: 'SW1A 1AA' },
  IE: { label: 'Eircode', example: 'D02 AF30' },
  AU: { label: 'Postcode', pattern: /^\d{4}$/, example: '2000', numeric: true },
  DE: { label: 'Postal code', pattern: /^\d{5}$/, example: '10115', numeric: true },
  FR: { label: 'Postal code', pattern: /^\d{5}$/, example: '75001', numeric: true },
  NL: { label: 'Postal code', pattern: /^\d{4} ?[A-Z]{2}$/i, example: '1012 AB' },
};

/** How the postal code is called in a country, and what one looks like. */
export function postalCodeOf(country: string) {
  return postalCodes[country] ?? { label: 'Postal code', example: '' };
}

const stateNames: Record<string, string> = { US: 'State', CA: 'Province', AU: 'State', IE: 'County' };

export function stateLabelOf(country: string): string {
  return stateNames[country] ?? 'State or region';
}

/** The countries the shop delivers to decide what must be there; the pattern catches slips before the parcel does. */
export function checkAddress(fields: AddressFields, countries: Country[]): AddressErrors {
  const country = countries.find((one) => one.code === fields.country);
  const errors: AddressErrors = {};
  if (!fields.name.trim()) errors.name = 'Enter the name for the parcel.';
  if (!fields.line1.trim()) errors.line1 = 'Enter street and number.';
  if (!fields.city.trim()) errors.city = 'Enter the city.';
  if (!country) errors.country = 'Choose a country.';
  const postal = postalCodeOf(fields.country);
  const code = fields.postalCode.trim();
  if (!code && country?.postalCodeRequired) errors.postalCode = `Enter the ${lower(postal.label)}.`;
  if (code && postal.pattern && !postal.pattern.test(code))
    errors.postalCode = `Enter a ${lower(postal.label)} like ${postal.example}.`;
  if (!fields.state.trim() && country?.stateRequired) errors.state = `Choose a ${stateLabelOf(fields.country).toLowerCase()}.`;
  return errors;
}

function lower(label: string): string {
  return label.startsWith('ZIP') ? label : label.toLowerCase();
}

/** The country to start with: the first that the reader's languages name ("en-IE"); nobody is sent to the top of a long list. */
export function homeCountry(countries: Country[], languages: readonly string[]): string {
  const regions = languages.map((language) => language.split('-').at(-1)?.toUpperCase() ?? '');
  const home = regions.find((region) => countries.some((one) => one.code === region));
  return home ?? (countries.length === 1 ? (countries[0]?.code ?? '') : '');
}

/** Another country has other states: what was chosen there means nothing here. */
export function withCountry(fields: AddressFields, code: string, countries: Country[]): AddressFields {
  const states = countries.find((one) => one.code === code)?.states ?? [];
  const keep = states.length === 0 ? '' : states.some((one) => one.code === fields.state) ? fields.state : '';
  return { ...fields, country: code, state: keep };
}

export function toAddress(fields: AddressFields): Address {
  const optional = (text: string) => text.trim() || undefined;
  return {
    name: fields.name.trim(),
    line1: fields.line1.trim(),
    line2: optional(fields.line2),
    city: fields.city.trim(),
    state: optional(fields.state),
    postalCode: optional(fields.postalCode),
    country: fields.country,
  };
}

/** One line for a folded section. */
export function addressWords(address: Address, countries: Country[] = []): string {
  const country = countries.find((one) => one.code === address.country)?.name ?? address.country;
  const place = [address.state, address.postalCode].filter(Boolean).join(' ');
  return [address.line1, address.line2, address.city, place, country].filter(Boolean).join(', ');
}

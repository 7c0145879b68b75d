import { useQuery } from '@tanstack/react-query';
import { shopSettings } from '../../data/settings.ts';

interface Choice {
  value: string;
  label: string;
}

/** The countries the shop knows, by name; a code it does not know stands for itself. */
export function useCountries() {
  const countries = useQuery(shopSettings()).data?.countries ?? [];
  const choices: Choice[] = countries.map(({ code, name }) => ({ value: code, label: name }));
  const statesOf = (country: string): Choice[] =>
    (countries.find(({ code }) => code === country)?.states ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  return { choices, statesOf, nameOf };
}

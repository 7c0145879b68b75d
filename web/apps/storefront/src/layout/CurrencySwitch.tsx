import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { chooseCurrency, chosenCurrency, currencyName } from '../app/currency.ts';
import { settingsQuery } from '../app/queries.ts';

/** Which currency prices are shown in, in a shop that sells in several. */
export function CurrencySwitch() {
  const settings = useQuery(settingsQuery()).data;
  const id = useId();
  const chosen = chosenCurrency();
  const known = settings?.currencies ?? [];
  // The shop no longer sells in it: back to its own, or no price could be shown.
  const gone = settings !== undefined && chosen !== undefined && !known.includes(chosen);
  useEffect(() => {
    if (gone) chooseCurrency(undefined);
  }, [gone]);
  if (!settings || known.length < 2) return null;
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="text-ink-2">
        Currency
      </label>
      <select
        id={id}
        value={gone ? settings.currency : (chosen ?? settings.currency)}
        onChange={(event) => chooseCurrency(event.target.value === settings.currency ? undefined : event.target.value)}
        className="min-h-11 rounded-full border border-line bg-bg px-3 text-ink md:min-h-9"
      >
        {known.map((code) => (
          <option key={code} value={code}>
            {currencyName(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { Country } from '@tradepost/api';
import type { AddressFields } from './address.ts';
import { AddressForm } from './AddressForm.tsx';
import type { Draft } from './draft.ts';

interface BillingFieldsProps {
  draft: Draft;
  countries: Country[];
  change: (patch: Partial<Draft>) => void;
  errorOf: (name: keyof AddressFields) => string | undefined;
  onLeave: (name: keyof AddressFields) => void;
}

export function BillingFields({ draft, countries, change, errorOf, onLeave }: BillingFieldsProps) {
  return (
    <div className="space-y-4">
      <label className="flex min-h-11 items-center gap-3 text-[0.9375rem]">
        <input
          type="checkbox"
          checked={draft.billingSame}
          onChange={(event) => change({ billingSame: event.target.checked })}
          className="size-5 accent-accent"
        />
        The billing address is the same
      </label>
      {!draft.billingSame && (
        <fieldset>
          <legend className="mb-3 font-semibold">Billing address</legend>
          <AddressForm
            section="billing"
            fields={draft.billing}
            countries={countries}
            errorOf={errorOf}
            onLeave={onLeave}
            onChange={(billing) => change({ billing })}
          />
        </fieldset>
      )}
    </div>
  );
}

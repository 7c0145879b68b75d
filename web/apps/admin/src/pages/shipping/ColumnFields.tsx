import { Select, TextInput } from '@mantine/core';
import type { TableKind } from '../../data/shipping.ts';
import { fieldOf } from '../../parts/Refusal.tsx';
import { useCountries } from '../settings/useCountries.ts';
import classes from './Shipping.module.css';
import type { TableDraft } from './tableColumns.ts';

interface Props {
  kind: TableKind;
  header: string[];
  draft: TableDraft;
  error: unknown;
  onChange(patch: Partial<TableDraft>): void;
}

type ColumnName = 'zoneColumn' | 'weightColumn' | 'priceColumn' | 'fromColumn' | 'toColumn' | 'countryColumn' | 'filterColumn';

const units = [
  { value: 'kg', label: 'Kilograms' },
  { value: 'g', label: 'Grams' },
  { value: 'lb', label: 'Pounds' },
  { value: 'oz', label: 'Ounces' },
];

/** Which column holds what. */
export function ColumnFields({ kind, header, draft, error, onChange }: Props) {
  const { choices } = useCountries();
  const column = (name: ColumnName, label: string, none?: string, note?: string) => (
    <Select
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={header}
      value={draft[name]}
      placeholder={none ?? 'Choose a column'}
      clearable={none !== undefined}
      searchable
      error={fieldOf(error, name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        {column('zoneColumn', 'Zone')}
        {kind === 'rates' ? (
          <>
            {column('priceColumn', 'Price')}
            {column('weightColumn', 'Weight, up to')}
            <Select label="Weights are in" data={units} value={draft.weightUnit} allowDeselect={false}
              onChange={(weightUnit) => weightUnit && onChange({ weightUnit })} />
          </>
        ) : (
          <>
            {column('countryColumn', 'Country', 'All of one country')}
            {column('fromColumn', 'Postal code, first', 'Whole countries')}
            {column('toColumn', 'Postal code, last', 'Same as the first')}
          </>
        )}
      </div>
      {kind === 'zones' && !draft.countryColumn && (
        <Select label="Country of the postal codes" data={choices} value={draft.country} searchable error={fieldOf(error, 'country')}
          onChange={(country) => onChange({ country })} />
      )}
      <div className={classes.pair}>
        {column('filterColumn', 'Take only rows where', 'All rows', 'For a file with several services or origins.')}
        {draft.filterColumn && (
          <TextInput label={`${draft.filterColumn} is`} value={draft.filterValue} error={fieldOf(error, 'filterValue')}
            onChange={(event) => onChange({ filterValue: event.currentTarget.value })} />
        )}
      </div>
    </>
  );
}

import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxRate } from '@tradepost/api';
import { taxClassList } from '../../../data/taxes.ts';
import { problemOf } from '../../../data/problems.ts';
import { fieldOf } from '../../../parts/Refusal.tsx';
import { everyClass, patternProblem } from './rates.ts';

type Zoned = Pick<TaxRate, 'taxClass' | 'postalCodes' | 'exceptPostalCodes'>;

interface Props {
  rate: Zoned;
  error: unknown;
  onChange(patch: Partial<Zoned>): void;
}

/** What of the goods a rate is for, and where in the country or state. */
export function ZoneFields({ rate, error, onChange }: Props) {
  const classes = useQuery(taxClassList()).data?.items ?? [{ code: 'standard', name: 'Standard' }];
  const data = [...classes.map(({ code, name }) => ({ value: code, label: name })), { value: everyClass, label: 'Every class' }];
  return (
    <>
      <Select
        label="Tax class"
        description="Which products it is for. Products of a class without a rate here pay the standard one."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={data}
        value={rate.taxClass}
        allowDeselect={false}
        error={fieldOf(error, 'taxClass')}
        onChange={(taxClass) => taxClass && onChange({ taxClass })}
      />
      <Patterns
        label="Only in these postal codes"
        note="Like 94105, 902* or 10000-10999. Empty: everywhere there."
        value={rate.postalCodes ?? []}
        problem={firstOf(error, 'postalCodes')}
        onChange={(postalCodes) => onChange({ postalCodes })}
      />
      <Patterns
        label="But not in these"
        note="In the same way. Empty: no exceptions."
        value={rate.exceptPostalCodes ?? []}
        problem={firstOf(error, 'exceptPostalCodes')}
        onChange={(exceptPostalCodes) => onChange({ exceptPostalCodes })}
      />
    </>
  );
}

/** What the shop says of a list, or of the first faulty entry in it. */
function firstOf(error: unknown, field: string): string | undefined {
  if (!error) return undefined;
  return Object.entries(problemOf(error).fields).find(([name]) => name === field || name.startsWith(`${field}[`))?.[1];
}

interface PatternsProps {
  label: string;
  note: string;
  value: string[];
  problem: string | undefined;
  onChange(patterns: string[]): void;
}

function Patterns({ label, note, value, problem, onChange }: PatternsProps) {
  return (
    <TagsInput
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      acceptValueOnBlur
      splitChars={[',', ';', ' ']}
      value={value}
      error={patternProblem(value) ?? problem}
      onChange={onChange}
    />
  );
}

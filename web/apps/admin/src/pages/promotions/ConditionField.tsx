import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { categoryList } from '../../data/categories.ts';
import { groupList } from '../../data/groups.ts';
import { flatten } from '../categories/tree.ts';
import { useCountries } from '../settings/useCountries.ts';
import { labelOf } from './conditionTypes.ts';
import type { ConditionDraft } from './draft.ts';
import { ProductPicker } from './ProductPicker.tsx';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';

interface Props {
  condition: ConditionDraft;
  currency: string;
  complaint(field: string): string | undefined;
  onChange(patch: Partial<ConditionDraft>): void;
}

interface AnyProps {
  label: string;
  value: string[];
  error: string | undefined;
  onChange(any: string[]): void;
}

/** The one field a condition has. */
export function ConditionField({ condition, currency, complaint, onChange }: Props) {
  const label = labelOf(condition.type);
  const any = { label, value: condition.any, error: complaint('any'), onChange: (next: string[]) => onChange({ any: next }) };
  switch (condition.type) {
    case 'minSubtotal':
      return (
        <Text label={label} suffix={currency} numeric="decimal" value={condition.amount} error={complaint('amount')}
          note="After the promotions before it." onChange={(amount) => onChange({ amount })} />
      );
    case 'minQuantity':
    case 'minLineQuantity':
      return (
        <Text label={label} numeric="numeric" value={condition.quantity} error={complaint('quantity')}
          onChange={(quantity) => onChange({ quantity })} />
      );
    case 'firstOrder':
      return (
        <div>
          <p className={classes.fact}>{label}</p>
          <p className={classes.none}>Neither the account nor the e-mail address has an order that was not cancelled.</p>
        </div>
      );
    case 'products':
      return <ProductPicker {...any} />;
    case 'categories':
      return <Categories {...any} />;
    case 'customerGroup':
      return <Groups {...any} />;
    case 'country':
      return <CountriesField {...any} />;
    case 'paymentMethod':
      return <Choices {...any} data={payments} />;
    default:
      return (
        <TagsInput label={label} description="Press Enter after each." inputWrapperOrder={['label', 'input', 'error', 'description']}
          acceptValueOnBlur value={any.value} error={any.error} onChange={any.onChange} />
      );
  }
}

const payments = [
  { value: 'card', label: 'Card' },
  { value: 'paypal', label: 'PayPal' },
  { value: 'upi', label: 'UPI' },
  { value: 'cod', label: 'Cash on delivery' },
];

/** What is stored but not offered any more stays visible, so that it can be taken out. */
function Choices({ label, value, error, onChange, data }: AnyProps & { data: { value: string; label: string }[] }) {
  const gone = value.filter((one) => !data.some((known) => known.value === one)).map((one) => ({ value: one, label: one }));
  return (
    <MultiSelect label={label} data={[...data, ...gone]} value={value} error={error} searchable hidePickedOptions
      nothingFoundMessage="Nothing like that" onChange={onChange} />
  );
}

function Categories(props: AnyProps) {
  const categories = useQuery(categoryList());
  return <Choices {...props} data={flatten(categories.data ?? []).map(({ category, path }) => ({ value: category.id, label: path }))} />;
}

function Groups(props: AnyProps) {
  const groups = useQuery(groupList());
  return <Choices {...props} data={(groups.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))} />;
}

function CountriesField(props: AnyProps) {
  const { choices } = useCountries();
  return <Choices {...props} data={choices} />;
}

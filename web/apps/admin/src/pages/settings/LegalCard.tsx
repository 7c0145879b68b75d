import { Switch, Textarea, TextInput } from '@mantine/core';
import type { LegalFacts, ShopFacts } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Settings.module.css';

interface Props {
  draft: ShopFacts;
  error: unknown;
  onChange(patch: Partial<ShopFacts>): void;
}

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];
const nextYear = () => new Date().getFullYear() + 1;
type TextField =
  | 'name'
  | 'address'
  | 'taxNumber'
  | 'registration'
  | 'contact'
  | 'terms'
  | 'footer'
  | 'invoicePrefix'
  | 'creditNotePrefix';

/** Who sells, as the law wants it on invoices. An invoice that exists keeps what stood here then. */
export function LegalCard({ draft, error, onChange }: Props) {
  const { legal } = draft;
  if (!legal) return null;
  const set = (patch: Partial<LegalFacts>) => onChange({ legal: { ...legal, ...patch } });
  const text = (name: TextField, label: string, max: number, description?: string) => ({
    label,
    maxLength: max,
    inputWrapperOrder: below,
    value: legal[name] ?? '',
    error: fieldOf(error, `legal.${name}`),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    ...(description && { description }),
  });
  return (
    <Card title="Invoices">
      <div className={classes.form}>
        <TextInput {...text('name', 'Company', 120, 'As registered. Left out, the shop’s name stands on invoices.')} />
        <Textarea {...text('address', 'Address', 400, 'A line each, the country last.')} autosize minRows={3} />
        <TextInput {...text('taxNumber', 'Tax or VAT number', 60)} />
        <TextInput {...text('registration', 'Registration', 120, 'Court and number.')} />
        <TextInput {...text('contact', 'Contact', 120, 'For questions about an invoice.')} />
        <TextInput
          {...text('invoicePrefix', 'Invoice numbers begin with', 10, 'Numbers have no gaps. Another beginning starts at 1 again.')}
        />
        <TextInput {...text('creditNotePrefix', 'Credit note numbers begin with', 10, 'Not what invoices begin with.')} />
        <Switch
          label="Count anew each year"
          description={
            legal.invoicesPerYear ? `Next year begins with ${legal.invoicePrefix}${nextYear()}-000001.` : 'Numbers go on and on.'
          }
          checked={legal.invoicesPerYear}
          onChange={(event) => set({ invoicesPerYear: event.currentTarget.checked })}
        />
        <Textarea {...text('terms', 'Terms', 1500, 'After the sums: warranty, retention of title.')} autosize minRows={2} />
        <Textarea {...text('footer', 'Foot of every page', 300, 'Bank account, directors.')} autosize minRows={2} />
      </div>
    </Card>
  );
}

import { TextInput } from '@mantine/core';
import type { Draft } from './draft.ts';
import type { ProductFormState } from './useProductForm.ts';

/** The fields whose value is one line of text in the draft. */
type TextField = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

interface FieldProps {
  form: ProductFormState;
  field: TextField;
  label: string;
  note?: string;
  suffix?: string;
  numeric?: 'numeric' | 'decimal';
  required?: boolean;
  placeholder?: string;
}

export function Field({ form, field, label, note, suffix, numeric, required, placeholder }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={note}
      value={form.draft[field]}
      error={form.complaint(field)}
      inputMode={numeric}
      placeholder={placeholder}
      aria-required={required}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      rightSectionWidth={suffix ? 48 : undefined}
      rightSection={suffix && <span className="soft">{suffix}</span>}
      rightSectionPointerEvents="none"
      autoComplete="off"
      name={field}
      onChange={(event) => form.set(field, event.currentTarget.value as Draft[TextField])}
      onBlur={() => form.touch(field)}
    />
  );
}

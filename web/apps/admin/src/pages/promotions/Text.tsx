import { TextInput } from '@mantine/core';

interface Props {
  label: string;
  value: string;
  error?: string | undefined;
  onChange(value: string): void;
  note?: string;
  suffix?: string;
  numeric?: 'numeric' | 'decimal';
  type?: 'text' | 'datetime-local';
  maxLength?: number;
}

/** One line of text, its note below it, its unit at its end. */
export function Text({ label, value, error, onChange, note, suffix, numeric, type = 'text', maxLength }: Props) {
  return (
    <TextInput
      label={label}
      type={type}
      value={value}
      error={error}
      description={note}
      inputMode={numeric}
      maxLength={maxLength}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      rightSectionWidth={suffix ? 48 : undefined}
      rightSection={suffix && <span className="soft">{suffix}</span>}
      rightSectionPointerEvents="none"
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';

interface FieldFrame {
  label: string;
  error?: string | undefined;
  hint?: ReactNode;
  optional?: boolean;
}

export const inputClass = `block min-h-12 w-full rounded-control border bg-surface px-3.5 text-base text-ink transition-colors duration-150
  placeholder:text-ink-3 disabled:bg-sunken disabled:text-ink-3`;

const edge = (error?: string) => (error ? 'border-danger' : 'border-line-strong hover:border-ink-2');

function Frame({ id, label, error, hint, optional, children }: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 flex justify-between gap-2 text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-ink-3">Optional</span>}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-2">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

function describedBy(id: string, { error, hint }: FieldFrame): string | undefined {
  return error ? `${id}-error` : hint ? `${id}-hint` : undefined;
}

type TextFieldProps = FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>;

export function TextField({ label, error, hint, optional, className = '', ...rest }: TextFieldProps) {
  const id = useId();
  const frame = { label, error, hint, optional };
  return (
    <Frame id={id} {...frame}>
      <input
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        className={`${inputClass} ${edge(error)} ${className}`}
      />
    </Frame>
  );
}

type SelectFieldProps = FieldFrame & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & { children: ReactNode };

export function SelectField({ label, error, hint, optional, children, ...rest }: SelectFieldProps) {
  const id = useId();
  const frame = { label, error, hint, optional };
  return (
    <Frame id={id} {...frame}>
      <select
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        className={`select-arrow ${inputClass} ${edge(error)} appearance-none pr-10`}
      >
        {children}
      </select>
    </Frame>
  );
}

import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover disabled:bg-line disabled:text-ink-3',
  secondary: 'border border-line-strong bg-transparent text-ink hover:bg-sunken disabled:border-line disabled:text-ink-3',
  quiet: 'bg-transparent text-ink hover:bg-sunken disabled:text-ink-3',
  danger: 'bg-danger text-bg hover:opacity-90 disabled:bg-line disabled:text-ink-3',
};

const sizes = { m: 'min-h-11 px-5 text-[0.9375rem]', l: 'min-h-13 px-7 text-base' };

export function buttonClass(look: Look = 'primary', size: keyof typeof sizes = 'm', extra = ''): string {
  return `inline-flex items-center justify-center gap-2 rounded-full font-semibold transition-colors duration-150
    disabled:cursor-not-allowed ${looks[look]} ${sizes[size]} ${extra}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  size?: keyof typeof sizes;
  busy?: boolean;
  children: ReactNode;
}

/** While busy the button stays focusable and says so, but takes no second click. */
export function Button({ look, size, busy = false, className = '', children, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, size, className)}
    >
      {busy && <LoaderCircle size={18} className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends LinkProps {
  look?: Look;
  size?: keyof typeof sizes;
}

export function ButtonLink({ look, size, className = '', ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(look, size, className)} />;
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  children: ReactNode;
}

export function IconButton({ label, className = '', children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`grid size-11 shrink-0 place-items-center rounded-full text-ink transition-colors duration-150 hover:bg-sunken
        ${className}`}
    >
      {children}
    </button>
  );
}

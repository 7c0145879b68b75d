import { Check } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface FoldSectionProps {
  number: number;
  title: string;
  state: 'open' | 'done' | 'later';
  summary?: ReactNode;
  onEdit?: (() => void) | undefined;
  children: ReactNode;
}

/** One of the three parts of checkout: open to fill in, folded to its summary, or still to come. */
export function FoldSection({ number, title, state, summary, onEdit, children }: FoldSectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // A part that opens takes the focus, so that keyboard and screen reader go on where the page goes on.
    if (before.current !== 'open' && state === 'open') heading.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <section aria-labelledby={id} className="border-b border-line py-6 first:pt-0 last:border-b-0">
      <div className="flex items-start gap-3.5">
        <span
          aria-hidden
          className={`tabular grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold
            ${state === 'later' ? 'bg-sunken text-ink-3' : state === 'done' ? 'bg-success-soft text-success' : 'bg-ink text-bg'}`}
        >
          {state === 'done' ? <Check size={16} /> : number}
        </span>
        <div className="min-w-0 grow">
          <h2
            ref={heading}
            id={id}
            tabIndex={-1}
            className={`text-xl leading-7 font-semibold outline-none ${state === 'later' ? 'text-ink-3' : ''}`}
          >
            {title}
            {state === 'done' && <span className="sr-only">, done</span>}
          </h2>
          {state === 'done' && <div className="mt-1.5 text-[0.9375rem] break-words text-ink-2">{summary}</div>}
        </div>
        {state === 'done' && onEdit && (
          <button
            type="button"
            onClick={onEdit}
            aria-label={`Change ${title.toLowerCase()}`}
            className="-my-2 min-h-11 px-2 text-sm font-medium text-accent underline-offset-4 hover:underline"
          >
            Change
          </button>
        )}
      </div>
      {state === 'open' && <div className="mt-6">{children}</div>}
    </section>
  );
}

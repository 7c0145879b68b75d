import { traceOf, wordsFor } from '@tradepost/ui';
import type { LucideIcon } from 'lucide-react';
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  heading?: 'h1' | 'h2';
  children?: ReactNode;
  action?: ReactNode;
}

/** A page or a list with nothing in it says so, and offers the way on. */
export function Empty({ icon: Icon, title, heading = 'h2', children, action }: EmptyProps) {
  const Heading = heading;
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-sunken text-ink-2">
        <Icon size={26} strokeWidth={1.6} aria-hidden />
      </span>
      <Heading className="text-xl font-semibold">{title}</Heading>
      {children && <div className="text-pretty text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}

/** What failed, in words, with a way to try again and the trace id for whoever is asked about it. */
export function Failure({ error, retry, heading }: { error: unknown; retry?: () => void; heading?: 'h1' | 'h2' }) {
  const trace = traceOf(error);
  return (
    <div role="alert">
      <Empty
        icon={CloudOff}
        title="This could not be loaded"
        heading={heading}
        action={
          retry && (
            <Button look="secondary" onClick={retry}>
              Try again
            </Button>
          )
        }
      >
        <p>{wordsFor(error)}</p>
        {trace && <p className="mt-3 font-mono text-xs break-all text-ink-3">Trace {trace}</p>}
      </Empty>
    </div>
  );
}

export function Loading({ label }: { label: string }) {
  return (
    <p role="status" className="sr-only">
      {label}
    </p>
  );
}

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const tones = {
  danger: { box: 'bg-danger-soft text-danger', icon: CircleAlert },
  warn: { box: 'bg-warn-soft text-warn', icon: TriangleAlert },
  success: { box: 'bg-success-soft text-success', icon: CircleCheck },
  info: { box: 'bg-sunken text-ink-2', icon: Info },
};

interface AlertProps {
  tone: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  traceId?: string | null;
  /** Read out at once when it appears. Leave out for what stands on the page from the start. */
  announce?: boolean;
}

export function Alert({ tone, title, children, traceId, announce = false }: AlertProps) {
  const { box, icon: Icon } = tones[tone];
  return (
    <div role={announce ? 'alert' : undefined} className={`flex gap-3 rounded-control p-4 text-sm ${box}`}>
      <Icon size={20} className="mt-px shrink-0" aria-hidden />
      <div className="min-w-0 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        <div className={title ? 'text-ink' : ''}>{children}</div>
        {traceId && <p className="font-mono text-xs break-all opacity-80">Trace {traceId}</p>}
      </div>
    </div>
  );
}

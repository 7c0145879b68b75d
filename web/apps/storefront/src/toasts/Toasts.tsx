import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'danger';
  action?: ToastAction | undefined;
}

/** Something to do about it, "Undo" for one. The toast goes when it is done. */
export interface ToastAction {
  label: string;
  run: () => void;
}

type Show = (text: string, tone?: Toast['tone'], action?: ToastAction) => void;
const ToastContext = createContext<Show>(() => undefined);
let nextId = 1;

/** Says in a corner what just happened. */
export function useToast(): Show {
  return useContext(ToastContext);
}

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>((text, tone = 'plain', action) => {
    setToasts((all) => [...all.slice(-2), { id: nextId++, text, tone, action }]);
  }, []);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div
        aria-live="polite"
        role="status"
        className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col items-center gap-2 sm:items-end"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} close={close} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, close }: { toast: Toast; close: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(toast.id), 6000);
    return () => clearTimeout(timer);
  }, [held, close, toast.id]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={`animate-rise pointer-events-auto flex w-full max-w-sm items-start gap-3 rounded-control py-2 pr-1 pl-4 text-sm shadow-3
        ${toast.tone === 'danger' ? 'bg-danger text-bg' : 'bg-ink text-bg'}`}
    >
      <p className="grow py-2">{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            toast.action?.run();
            close(toast.id);
          }}
          className="min-h-10 shrink-0 px-2 font-semibold underline underline-offset-4"
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => close(toast.id)}
        className="grid size-10 shrink-0 place-items-center"
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

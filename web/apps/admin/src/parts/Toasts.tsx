import { CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import classes from './Toasts.module.css';

export interface Toast {
  title: string;
  detail?: string;
  tone?: 'ok' | 'danger';
  action?: { label: string; run(): void };
}

type Shown = Toast & { id: number };

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says what happened, in words, once. An action (Undo) keeps the toast longer. */
export const useToast = () => useContext(ToastContext);

function ToastCard({ toast, onClose }: { toast: Shown; onClose(): void }) {
  const { action } = toast;
  return (
    <div className={classes.toast} data-tone={toast.tone ?? 'ok'}>
      <div className={classes.words}>
        <p className={classes.title}>{toast.title}</p>
        {toast.detail && <p className={classes.detail}>{toast.detail}</p>}
      </div>
      {action && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            onClose();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <CloseButton size="sm" aria-label="Dismiss" className={classes.close} onClick={onClose} />
    </div>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(0);

  const close = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback(
    (toast: Toast) => {
      const id = next.current++;
      setShown((all) => [...all.slice(-2), { ...toast, id }]);
      setTimeout(() => close(id), toast.action || toast.tone === 'danger' ? 10_000 : 5_000);
    },
    [close],
  );
  const value = useMemo(() => say, [say]);

  return (
    <ToastContext value={value}>
      {children}
      <div className={classes.region} role="status" aria-live="polite">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

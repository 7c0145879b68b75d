import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side: 'left' | 'right';
  children: ReactNode;
  footer?: ReactNode;
}

/** A panel that comes in from a side, over the page. Radix keeps the focus inside and gives it back. */
export function Sheet({ open, onOpenChange, title, side, children, footer }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-fade fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className={`fixed inset-y-0 z-50 flex w-full max-w-md flex-col bg-surface shadow-3 outline-none
            ${side === 'right' ? 'animate-from-right right-0' : 'animate-from-left left-0 max-w-sm'}`}
        >
          <div className="flex items-center justify-between gap-4 border-b border-line py-2.5 pr-3 pl-6">
            <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close">
                <X size={20} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain px-6">{children}</div>
          {footer && <div className="border-t border-line px-6 pt-4 pb-6">{footer}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

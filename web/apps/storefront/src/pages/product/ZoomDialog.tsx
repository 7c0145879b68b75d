import type { ProductImage } from '@tradepost/api';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { IconButton } from '../../components/Button.tsx';

export function ZoomDialog({
  open,
  onOpenChange,
  image,
  name,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  image: ProductImage | undefined;
  name: string;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-fade fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-fade fixed inset-0 z-50 grid place-items-center bg-bg outline-none md:inset-6 md:rounded-panel md:shadow-3"
        >
          <Dialog.Title className="sr-only">{image?.alt || name}</Dialog.Title>
          {/* Two fingers enlarge further on a phone; the largest picture there is fills the window. */}
          <div className="h-full w-full touch-pinch-zoom overflow-auto p-4 md:p-8">
            {image && (
              <img
                src={image.url}
                alt={image.alt || name}
                width={1280}
                height={1280}
                className="h-full max-h-full w-full object-contain"
              />
            )}
          </div>
          <Dialog.Close asChild>
            <IconButton label="Close" className="absolute top-4 right-4 bg-raised shadow-2">
              <X size={20} aria-hidden />
            </IconButton>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { api, take, type Wishlist } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { Copy, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button, IconButton } from '../../components/Button.tsx';
import { inputClass } from '../../components/Field.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { dialogClass, overlayClass } from './NameDialog.tsx';

interface ShareDialogProps {
  list: Wishlist;
  open: boolean;
  close: () => void;
  changed: () => Promise<void>;
}

/** Makes the link that shows a list to others, makes another, takes it back. The shop keeps no copy: it is shown this once. */
export function ShareDialog({ list, open, close, changed }: ShareDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content className={dialogClass}>
          <div className="flex items-start justify-between gap-3">
            <Dialog.Title className="min-w-0 text-xl font-semibold break-words">Share “{list.name}”</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close" className="-mt-2 -mr-3">
                <X size={20} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <Dialog.Description className="mt-2 text-ink-2">
            Whoever has the link sees what is on the list and your first name. Nothing else of you, and search engines stay out.
          </Dialog.Description>
          <Link list={list} changed={changed} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Link({ list, changed }: Pick<ShareDialogProps, 'list' | 'changed'>) {
  const toast = useToast();
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const path = { id: list.id };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await work();
      await changed();
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  const make = () => run(async () => setUrl((await take(api.POST('/api/v1/wishlists/{id}/share', { params: { path } }))).url));
  const stop = () =>
    run(async () => {
      await take(api.DELETE('/api/v1/wishlists/{id}/share', { params: { path } }));
      setUrl('');
      toast('The link does not work any more.');
    });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      toast('The link is copied.');
    } catch {
      setProblem('The browser did not let us copy. Select the link and copy it.');
    }
  };
  return (
    <div className="mt-5 space-y-4">
      {url && (
        <div className="flex gap-2">
          <input
            aria-label="Link to the list"
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            className={`${inputClass} min-w-0 border-line-strong font-mono text-sm`}
          />
          <Button look="secondary" onClick={() => void copy()} className="shrink-0">
            <Copy size={16} aria-hidden /> Copy
          </Button>
        </div>
      )}
      {list.shared && !url && (
        <Alert tone="info">
          There is a link already. It was shown once and can’t be shown again: make a new one if it is lost. The old one then ends.
        </Alert>
      )}
      {problem && (
        <Alert tone="danger" announce>
          {problem}
        </Alert>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look={url ? 'secondary' : 'primary'} busy={busy} onClick={() => void make()}>
          {list.shared ? 'Make a new link' : 'Make a link'}
        </Button>
        {list.shared && (
          <Button look="quiet" disabled={busy} onClick={() => void stop()}>
            Stop sharing
          </Button>
        )}
      </div>
    </div>
  );
}

import type { Wishlist } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button, buttonClass } from '../../components/Button.tsx';
import { dialogClass, overlayClass } from './NameDialog.tsx';

interface DeleteDialogProps {
  list: Wishlist;
  open: boolean;
  close: () => void;
  remove: () => Promise<void>;
}

/** Says what goes with the list before it does. */
export function DeleteDialog({ list, open, close, remove }: DeleteDialogProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const confirm = async () => {
    setBusy(true);
    setProblem('');
    try {
      await remove();
      close();
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayClass} />
        <AlertDialog.Content className={dialogClass}>
          <AlertDialog.Title className="text-xl font-semibold break-words">Delete “{list.name}”?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-2">
            {list.itemCount > 0 ? `${plural(list.itemCount, 'thing')} on it will be forgotten. ` : 'It is empty. '}
            {list.shared && 'The link you shared stops working. '}
            This cannot be undone.
          </AlertDialog.Description>
          {problem && (
            <div className="mt-4">
              <Alert tone="danger" announce>
                {problem}
              </Alert>
            </div>
          )}
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel className={buttonClass('secondary')}>Keep it</AlertDialog.Cancel>
            <Button look="danger" busy={busy} onClick={() => void confirm()}>
              Delete list
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

import { wordsFor } from '@tradepost/ui';
import { Dialog } from 'radix-ui';
import { useState, type FormEvent } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button, buttonClass } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';

export const dialogClass = `animate-rise fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-md -translate-x-1/2
  -translate-y-1/2 overflow-y-auto rounded-panel bg-surface p-6 shadow-3 outline-none sm:p-7`;
export const overlayClass = 'animate-fade fixed inset-0 z-40 bg-overlay';

interface NameDialogProps {
  title: string;
  action: string;
  name?: string;
  open: boolean;
  close: () => void;
  save: (name: string) => Promise<void>;
}

/** Asks for the name of a list. What was typed stays when the shop refuses it. */
export function NameDialog(props: NameDialogProps) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => !open && props.close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content aria-describedby={undefined} className={dialogClass}>
          <Dialog.Title className="text-xl font-semibold">{props.title}</Dialog.Title>
          <NameForm {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function NameForm({ action, name = '', close, save }: NameDialogProps) {
  const [value, setValue] = useState(name);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');
  const missing = value.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    setProblem('');
    try {
      await save(value.trim());
      close();
    } catch (error) {
      setProblem(wordsFor(error));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mt-5 space-y-4">
      <TextField
        label="Name"
        value={value}
        maxLength={100}
        autoComplete="off"
        autoFocus
        error={tried && missing ? 'Give the list a name.' : undefined}
        onChange={(event) => setValue(event.target.value)}
      />
      {problem && (
        <Alert tone="danger" announce>
          {problem}
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-3 pt-2">
        <button type="button" onClick={close} className={buttonClass('secondary')}>
          Cancel
        </button>
        <Button type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

import { useToast, type Toast } from './Toasts.tsx';

interface Action<T> {
  mutateAsync(value: T): Promise<unknown>;
  isPending: boolean;
  error: unknown;
}

/** Saving or removing from a dialog: success says so and closes; a refusal stays in the dialog, beside what was typed. */
export function useEditDialog<T>(save: Action<T>, remove: Action<string>, onClose: () => void) {
  const toast = useToast();
  const run = async (work: Promise<unknown>, done: Toast) => {
    try {
      await work;
    } catch {
      return;
    }
    toast(done);
    onClose();
  };
  return {
    error: save.error ?? remove.error,
    saving: save.isPending,
    removing: remove.isPending,
    save: (value: T, done: Toast) => run(save.mutateAsync(value), done),
    remove: (id: string, done: Toast) => run(remove.mutateAsync(id), done),
  };
}

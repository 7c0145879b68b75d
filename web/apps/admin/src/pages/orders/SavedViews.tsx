import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Bookmark, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { orderViews, useRemoveView, useSaveView } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Desk.module.css';

/** The list's address without its page: what makes it this list. */
export function useFilterText(): string {
  const params = new URLSearchParams(useLocation().search);
  params.delete('page');
  params.sort();
  return params.toString();
}

/** Keeps the filters on the screen as a tab of their own, or removes the tab that is open. */
export function SavedViewButton() {
  const filter = useFilterText();
  const views = useQuery(orderViews()).data ?? [];
  const current = views.find((view) => view.filter === filter);
  const [open, setOpen] = useState(false);
  if (current?.own) return <RemoveView id={current.id} name={current.name} filter={current.filter} shared={current.shared} />;
  if (current || filter === '') return null;
  return (
    <>
      <Button size="xs" variant="subtle" leftSection={<Bookmark size={14} aria-hidden />} onClick={() => setOpen(true)}>
        Save this view
      </Button>
      <SaveViewDialog key={String(open)} opened={open} filter={filter} onClose={() => setOpen(false)} />
    </>
  );
}

function RemoveView({ id, name, filter, shared }: { id: string; name: string; filter: string; shared: boolean }) {
  const remove = useRemoveView();
  const save = useSaveView();
  const toast = useToast();
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={remove.isPending}
      leftSection={<X size={14} aria-hidden />}
      onClick={() =>
        remove.mutate(id, {
          onSuccess: () =>
            toast({ title: `Removed the view “${name}”`, action: { label: 'Undo', run: () => save.mutate({ name, filter, shared }) } }),
          onError: (error) => toast({ title: 'The view stays', detail: problemOf(error).message, tone: 'danger' }),
        })
      }
    >
      Remove this view
    </Button>
  );
}

function SaveViewDialog({ opened, filter, onClose }: { opened: boolean; filter: string; onClose(): void }) {
  const save = useSaveView();
  const toast = useToast();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      await save.mutateAsync({ name: name.trim(), filter, shared });
      toast({ title: `Saved the view “${name.trim()}”`, detail: 'It stands beside the others, above the list.' });
      onClose();
    } catch {
      // The refusal stands in the dialog, above what was typed.
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Save this view" size="sm">
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <Refusal error={save.error} />
        <TextInput label="Name" data-autofocus maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Switch
          label="For everybody behind the counter"
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          Save
        </Button>
      </form>
    </Modal>
  );
}

import { Alert, Button, Modal, Select, TextInput } from '@mantine/core';
import type { AdminCategory } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useDeleteCategory, useSaveCategory } from '../../data/categories.ts';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Categories.module.css';
import { flatten, withDescendants } from './tree.ts';

/** A category to change, or the place for a new one. */
export type Editing = { category: AdminCategory } | { parentId: string | null };

interface Props {
  editing: Editing | null;
  categories: AdminCategory[];
  onClose(): void;
}

export function CategoryDialog({ editing, categories, onClose }: Props) {
  const title = editing && 'category' in editing ? `Edit ${editing.category.name}` : 'New category';
  return (
    <Modal opened={editing !== null} onClose={onClose} title={title} size="sm">
      {editing && <CategoryForm editing={editing} categories={categories} onClose={onClose} />}
    </Modal>
  );
}

function CategoryForm({ editing, categories, onClose }: Props & { editing: Editing }) {
  const category = 'category' in editing ? editing.category : null;
  const [name, setName] = useState(category?.name ?? '');
  const [parentId, setParentId] = useState('category' in editing ? (editing.category.parentId ?? null) : editing.parentId);
  const save = useSaveCategory();
  const remove = useDeleteCategory();
  const toast = useToast();
  const barred = category ? withDescendants(categories, category.id) : new Set<string>();
  const placed = flatten(categories);
  const parents = placed.filter((one) => !barred.has(one.category.id)).map((one) => ({ value: one.category.id, label: one.path }));
  const children = placed.find((one) => one.category.id === category?.id)?.children ?? 0;
  const error = save.error ?? remove.error;
  const problem = error ? problemOf(error) : null;
  const unchanged = category !== null && category.name === name.trim() && (category.parentId ?? null) === parentId;
  const reason = name.trim() === '' ? 'Give the category a name.' : unchanged ? 'Nothing is changed.' : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const saved = await save.mutateAsync({ id: category?.id, name: name.trim(), parentId }).catch(() => null);
    if (!saved) return;
    toast({ title: `${name.trim()} is saved` });
    onClose();
  };

  const discard = async (id: string) => {
    const done = await remove.mutateAsync(id).then(
      () => true,
      () => false,
    );
    if (!done) return;
    toast({ title: `${name} is removed`, detail: 'Its products stay in the shop, without this category.' });
    onClose();
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <TextInput
        label="Name"
        value={name}
        error={problem?.fields.name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Below"
        placeholder="The top level"
        data={parents}
        value={parentId}
        searchable
        clearable
        error={problem?.fields.parentId}
        clearButtonProps={{ 'aria-label': 'Move to the top level' }}
        onChange={setParentId}
      />
      <div className={classes.end}>
        {category && (
          <ReasonedButton
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => void discard(category.id)}
            reason={children > 0 ? 'Move or remove the categories below it first.' : null}
          >
            Remove
          </ReasonedButton>
        )}
        <span className={classes.space} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={save.isPending} reason={reason}>
          Save
        </ReasonedButton>
      </div>
    </form>
  );
}

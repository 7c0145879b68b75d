import { Button, Modal, Select, TextInput } from '@mantine/core';
import type { AdminCategory } from '@tradepost/api';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useDeleteCategory, useSaveCategory } from '../../data/categories.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useEditDialog } from '../../parts/useEditDialog.ts';
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
  const before = { name: category?.name ?? '', parentId: 'category' in editing ? (editing.category.parentId ?? null) : editing.parentId };
  const [draft, setDraft] = useState(before);
  const dialog = useEditDialog(useSaveCategory(), useDeleteCategory(), onClose);
  const barred = category ? withDescendants(categories, category.id) : new Set<string>();
  const placed = flatten(categories);
  const parents = placed.filter((one) => !barred.has(one.category.id)).map((one) => ({ value: one.category.id, label: one.path }));
  const children = placed.find((one) => one.category.id === category?.id)?.children ?? 0;
  const name = draft.name.trim();
  const unchanged = category !== null && before.name === name && before.parentId === draft.parentId;

  return (
    <EditForm
      error={dialog.error}
      reason={name === '' ? 'Give the category a name.' : unchanged ? 'Nothing is changed.' : null}
      saving={dialog.saving}
      onSave={() => void dialog.save({ id: category?.id, name, parentId: draft.parentId }, { title: `${name} is saved` })}
      onClose={onClose}
      extra={
        category && (
          <ReasonedButton
            variant="subtle"
            color="red"
            loading={dialog.removing}
            onClick={() => void dialog.remove(category.id, { title: `${category.name} is removed` })}
            reason={children > 0 ? 'Move or remove the categories below it first.' : null}
          >
            Remove
          </ReasonedButton>
        )
      }
    >
      <TextInput
        label="Name"
        value={draft.name}
        error={fieldOf(dialog.error, 'name')}
        maxLength={100}
        data-autofocus
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label="Below"
        placeholder="The top level"
        data={parents}
        value={draft.parentId}
        searchable
        clearable
        error={fieldOf(dialog.error, 'parentId')}
        clearButtonProps={{ 'aria-label': 'Move to the top level' }}
        onChange={(parentId) => setDraft({ ...draft, parentId })}
      />
    </EditForm>
  );
}

interface EditFormProps {
  error: unknown;
  reason: string | null;
  saving: boolean;
  extra: ReactNode;
  children: ReactNode;
  onSave(): void;
  onClose(): void;
}

function EditForm({ error, reason, saving, extra, children, onSave, onClose }: EditFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) onSave();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={error} />
      {children}
      <div className={classes.end}>
        {extra}
        <span className={classes.space} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={saving} reason={reason}>
          Save
        </ReasonedButton>
      </div>
    </form>
  );
}

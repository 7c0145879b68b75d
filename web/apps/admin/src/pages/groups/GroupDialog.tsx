import { Button, Modal, TextInput } from '@mantine/core';
import type { CustomerGroup } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useSaveGroup } from '../../data/groups.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from '../promotions/Promotions.module.css';

type Editing = CustomerGroup | 'new';

export function GroupDialog({ editing, onClose }: { editing: Editing | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New group' : 'Edit group'} size="sm">
      {editing && <Form group={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

const codeOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);

function Form({ group, onClose }: { group: CustomerGroup | null; onClose(): void }) {
  const [name, setName] = useState(group?.name ?? '');
  const [typed, setTyped] = useState<string | null>(group?.code ?? null);
  const save = useSaveGroup();
  const toast = useToast();
  const code = typed ?? codeOf(name);
  const reason = name.trim() === '' ? 'Name the group.' : /^[a-z0-9][a-z0-9-]{0,39}$/.test(code)
    ? null
    : 'A code has small letters, digits and hyphens.';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    void save.mutateAsync({ id: group?.id, code, name: name.trim() }).then(
      () => {
        toast({ title: `${name.trim()} is saved` });
        onClose();
      },
      () => undefined,
    );
  };

  return (
    <form className={classes.fields} onSubmit={submit}>
      <Refusal error={save.error} />
      <TextInput label="Name" value={name} maxLength={100} data-autofocus error={fieldOf(save.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label="Code" description="Promotions refer to the group by it."
        inputWrapperOrder={['label', 'input', 'error', 'description']} value={code} maxLength={40}
        error={fieldOf(save.error, 'code')} onChange={(event) => setTyped(event.currentTarget.value)} />
      <div className={classes.choices}>
        <ReasonedButton type="submit" loading={save.isPending} reason={reason}>
          Save
        </ReasonedButton>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

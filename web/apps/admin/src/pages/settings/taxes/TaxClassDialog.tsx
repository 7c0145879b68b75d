import { Modal, TextInput } from '@mantine/core';
import type { TaxClass } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useRemoveTaxClass, useSaveTaxClass } from '../../../data/taxes.ts';
import { fieldOf, Refusal } from '../../../parts/Refusal.tsx';
import { useEditDialog } from '../../../parts/useEditDialog.ts';
import { DialogEnd } from '../DialogEnd.tsx';
import classes from '../Settings.module.css';

export function TaxClassDialog({ editing, onClose }: { editing: TaxClass | 'new' | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New tax class' : 'Edit tax class'} size="md">
      {editing && <ClassForm taxClass={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

const codeOf = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

function ClassForm({ taxClass, onClose }: { taxClass: TaxClass | null; onClose(): void }) {
  const [name, setName] = useState(taxClass?.name ?? '');
  const [typed, setTyped] = useState<string | null>(taxClass?.code ?? null);
  const dialog = useEditDialog(useSaveTaxClass(taxClass === null), useRemoveTaxClass(), onClose);
  const code = typed ?? codeOf(name);
  const reason =
    name.trim() === ''
      ? 'Name the class.'
      : /^[a-z0-9][a-z0-9-]{0,39}$/.test(code)
        ? null
        : 'The code is lower-case letters, digits and dashes, like reduced-2.';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) void dialog.save({ code, name: name.trim() }, { title: `${name.trim()} is saved` });
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={dialog.error} />
      <TextInput
        label="Name"
        value={name}
        error={fieldOf(dialog.error, 'name')}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Code"
        description={taxClass ? 'Products carry it, so it stays.' : 'Products and files carry it. It can not be changed later.'}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={code}
        readOnly={taxClass !== null}
        error={fieldOf(dialog.error, 'code')}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DialogEnd
        what={taxClass?.name}
        reason={reason}
        saving={dialog.saving}
        removing={dialog.removing}
        onClose={onClose}
        consequence="Products that carry it are taxed as standard ones from now on."
        {...(taxClass?.removable && { onRemove: () => void dialog.remove(taxClass.code, { title: `${taxClass.name} is removed` }) })}
      />
    </form>
  );
}

import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShippingMethod } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { shopSettings, useRemoveShippingMethod, useSaveShippingMethod } from '../../data/settings.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { useEditDialog } from '../../parts/useEditDialog.ts';
import { DialogEnd } from './DialogEnd.tsx';
import { checkMethod, methodDraftOf, methodOf } from './methodDraft.ts';
import { MethodFields } from './MethodFields.tsx';
import classes from './Settings.module.css';

type Editing = ShippingMethod | 'new';

export function ShippingMethodDialog({ editing, onClose }: { editing: Editing | null; onClose(): void }) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New shipping method' : 'Edit shipping method'} size="lg">
      {editing && <MethodForm method={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

function MethodForm({ method, onClose }: { method: ShippingMethod | null; onClose(): void }) {
  const [draft, setDraft] = useState(() => methodDraftOf(method));
  const shopCurrency = useQuery(shopSettings()).data?.currency;
  const currency = method?.basePrice.currency ?? shopCurrency ?? 'USD';
  const dialog = useEditDialog(useSaveShippingMethod(), useRemoveShippingMethod(), onClose);
  const complaints = checkMethod(draft, currency);
  const reason = Object.values(complaints)[0] ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const detail = draft.active ? 'Checkout offers it from now on.' : 'Checkout does not offer it.';
    void dialog.save({ id: method?.id, ...methodOf(draft, currency) }, { title: `${draft.name.trim()} is saved`, detail });
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={dialog.error} />
      <MethodFields
        draft={draft}
        currency={currency}
        complaints={complaints}
        error={dialog.error}
        onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
      />
      <DialogEnd
        what={method?.name}
        reason={reason}
        saving={dialog.saving}
        removing={dialog.removing}
        onClose={onClose}
        consequence="Buyers can no longer choose it. Placed orders keep it."
        {...(method && { onRemove: () => void dialog.remove(method.id, { title: `${method.name} is removed` }) })}
      />
    </form>
  );
}

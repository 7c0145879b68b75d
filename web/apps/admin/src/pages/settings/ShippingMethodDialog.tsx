import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { shopSettings, useSaveShippingMethod } from '../../data/settings.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { checkMethod, methodDraftOf, methodOf } from './methodDraft.ts';
import { MethodFields } from './MethodFields.tsx';
import classes from './Settings.module.css';

/** The least a new method needs. Zones, limits and tables follow on its own page. */
export function ShippingMethodDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New shipping method" size="lg">
      {opened && <MethodForm onClose={onClose} />}
    </Modal>
  );
}

function MethodForm({ onClose }: { onClose(): void }) {
  const [draft, setDraft] = useState(() => methodDraftOf(null));
  const currency = useQuery(shopSettings()).data?.currency ?? 'USD';
  const save = useSaveShippingMethod();
  const toast = useToast();
  const navigate = useNavigate();
  const complaints = checkMethod(draft, currency);
  const reason = Object.values(complaints)[0] ?? null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      const made = await save.mutateAsync(methodOf(draft, currency));
      toast({ title: `${made.name} is saved`, detail: draft.active ? 'Checkout offers it from now on.' : 'Checkout does not offer it.' });
      onClose();
      void navigate(paths.shippingMethod(made.id));
    } catch {
      // The refusal stands in the form, beside what was typed.
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Refusal error={save.error} />
      <MethodFields
        draft={draft}
        currency={currency}
        complaints={complaints}
        error={save.error}
        onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
      />
      <div className={classes.end}>
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

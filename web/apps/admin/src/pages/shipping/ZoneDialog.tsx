import { Button, Modal } from '@mantine/core';
import type { ShippingZone } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { problemOf } from '../../data/problems.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Shipping.module.css';
import { checkZone, zoneDraftOf, zoneOf } from './zoneDraft.ts';
import { ZoneFields } from './ZoneFields.tsx';

interface Props {
  zones: ShippingZone[];
  editing: number | 'new' | null;
  currency: string;
  onSave(zones: ShippingZone[]): Promise<unknown>;
  onClose(): void;
}

export function ZoneDialog(props: Props) {
  const { editing, onClose } = props;
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New zone' : 'Edit zone'} size="lg">
      {editing !== null && <ZoneForm {...props} at={editing === 'new' ? props.zones.length : editing} />}
    </Modal>
  );
}

/** The shop names a field with its zone's place; here only one zone is open. */
function complaintOf(error: unknown): string | null {
  const fields = error ? Object.entries(problemOf(error).fields) : [];
  return fields[0] ? `${fields[0][0].replace(/^zones\[\d+\]\.?/, '')} ${fields[0][1]}`.trim() : null;
}

function ZoneForm({ zones, at, currency, onSave, onClose }: Props & { at: number }) {
  const zone = zones[at] ?? null;
  const [draft, setDraft] = useState(() => zoneDraftOf(zone));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const toast = useToast();
  const taken = zones.filter((_, index) => index !== at).map(({ name }) => name.toLowerCase());
  const complaints = checkZone(draft, currency, taken);
  const reason = Object.values(complaints)[0] ?? null;

  const run = async (next: ShippingZone[], title: string) => {
    setBusy(true);
    setError(null);
    try {
      await onSave(next);
      toast({ title });
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const made = zoneOf(draft, currency);
    if (!reason) void run([...zones.slice(0, at), made, ...zones.slice(at + 1)], `${made.name} is saved`);
  };

  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <Refusal error={error} />
      {complaintOf(error) && <p className={classes.caption}>{complaintOf(error)}</p>}
      <ZoneFields
        draft={draft}
        currency={currency}
        complaints={complaints}
        onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
      />
      <div className={classes.end}>
        {zone && (
          <Button
            variant="subtle"
            color="red"
            mr="auto"
            disabled={busy}
            onClick={() => void run(zones.filter((_, index) => index !== at), `${zone.name} is removed`)}
          >
            Remove zone
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={busy} reason={reason}>
          Save zone
        </ReasonedButton>
      </div>
    </form>
  );
}

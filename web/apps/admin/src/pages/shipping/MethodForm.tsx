import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShippingMethod } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { locations, useEditMethod } from '../../data/shipping.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card } from '../../parts/Page.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { checkMethod, methodDraftOf, methodOf } from '../settings/methodDraft.ts';
import { MethodFields } from '../settings/MethodFields.tsx';
import { checkLimits, limitFields, limitsDraftOf, limitsOf, type LimitsDraft } from './limitsDraft.ts';
import classes from './Shipping.module.css';

/** Name, price without zones, limits and origin, saved together. */
export function MethodForm({ method, etag }: { method: ShippingMethod; etag: string | null }) {
  const currency = method.basePrice.currency;
  const [start] = useState(() => ({ draft: methodDraftOf(method), limits: limitsDraftOf(method) }));
  const [draft, setDraft] = useState(start.draft);
  const [limits, setLimits] = useState(start.limits);
  const edit = useEditMethod(method.id);
  const toast = useToast();
  const dirty = JSON.stringify({ draft, limits }) !== JSON.stringify(start);
  const complaints = checkMethod(draft, currency);
  const wrong = checkLimits(limits);
  const reason = Object.values(complaints)[0] ?? Object.values(wrong)[0] ?? (dirty ? null : 'Nothing has changed yet.');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      await edit.mutateAsync({ body: { ...methodOf(draft, currency), ...limitsOf(limits) }, etag });
      toast({ title: `${draft.name.trim()} is saved`, detail: draft.active ? 'Checkout offers it.' : 'Checkout does not offer it.' });
    } catch {
      // The refusal stands in the form, beside what was typed.
    }
  };
  const discard = () => {
    setDraft(start.draft);
    setLimits(start.limits);
  };

  return (
    <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
      <LeaveGuard dirty={dirty && !edit.isPending && !edit.isSuccess} />
      <Card title="Method">
        <div className={classes.stack}>
          <Refusal error={edit.error} />
          <p className={classes.caption}>
            {method.zoneCount
              ? 'This price is not used while there are zones. The threshold and the days hold where a zone has none of its own.'
              : 'One price wherever it goes. Add zones above to charge by place.'}
          </p>
          <MethodFields
            draft={draft}
            currency={currency}
            complaints={complaints}
            error={edit.error}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
          />
        </div>
      </Card>
      <Card title="Weight, size and origin">
        <Limits limits={limits} wrong={wrong} error={edit.error} onChange={(patch) => setLimits((before) => ({ ...before, ...patch }))} />
      </Card>
      <SaveBar
        note={dirty ? 'You have changes that are not saved.' : 'Everything is saved.'}
        reason={reason}
        busy={edit.isPending}
        label="Save"
        onDiscard={dirty ? discard : undefined}
      />
    </form>
  );
}

interface LimitsProps {
  limits: LimitsDraft;
  wrong: ReturnType<typeof checkLimits>;
  error: unknown;
  onChange(patch: Partial<LimitsDraft>): void;
}

function Limits({ limits, wrong, error, onChange }: LimitsProps) {
  const places = useQuery(locations()).data ?? [];
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        {limitFields.map(({ field, wire, label, unit, note }) => (
          <TextInput
            key={field}
            label={label}
            description={note}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={limits[field]}
            inputMode="decimal"
            rightSection={<span className="soft" style={{ whiteSpace: 'nowrap' }}>{unit}</span>}
            rightSectionWidth={96}
            rightSectionPointerEvents="none"
            error={fieldOf(error, wire) ?? wrong[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Select
        label="Sent from"
        description="The place its zones are measured from."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder="Wherever the stock is"
        data={places.map(({ id, name }) => ({ value: id, label: name }))}
        value={limits.origin}
        clearable
        clearButtonProps={{ 'aria-label': 'Wherever the stock is' }}
        error={fieldOf(error, 'originLocationId')}
        onChange={(origin) => onChange({ origin })}
      />
    </div>
  );
}

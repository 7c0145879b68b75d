import { plural } from '@tradepost/domain';
import type { FormEvent, ReactNode } from 'react';
import { Card } from '../../parts/Page.tsx';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { BenefitCard } from './BenefitCard.tsx';
import { checkDraft } from './checkDraft.ts';
import { ConditionsCard } from './ConditionsCard.tsx';
import { payloadOf } from './payload.ts';
import { Preview } from './Preview.tsx';
import classes from './Promotions.module.css';
import { LimitsCard, OpeningCard, ShownCard, StackingCard, WindowCard } from './SideCards.tsx';
import { Text } from './Text.tsx';
import type { PromotionForm as Form } from './usePromotionForm.ts';

interface Props {
  form: Form;
  currency: string;
  zone: string;
  creating: boolean;
  notice?: ReactNode;
  busy: boolean;
  onSave(): void;
  onDiscard?: () => void;
}

/** Brings the first field with a complaint into view and into the keyboard's hand. */
function focusFirstComplaint(root: HTMLFormElement): void {
  requestAnimationFrame(() => root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** A name is wanted for keeping a promotion, not for trying it. */
function toTry(form: Form, currency: string, zone: string) {
  const { draft } = form.state;
  const named = { ...draft, name: draft.name.trim() === '' ? 'This promotion' : draft.name };
  const ready = { ...named, code: draft.opening === 'code' && draft.code.trim() === '' ? 'SAMPLE' : draft.code };
  return Object.keys(checkDraft(ready, currency)).length === 0 ? payloadOf(ready, currency, zone) : null;
}

export function PromotionForm({ form, currency, zone, creating, notice, busy, onSave, onDiscard }: Props) {
  const { state, dirty, complaints } = form;
  const faults = Object.keys(complaints).length;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.check()) onSave();
    else focusFirstComplaint(event.currentTarget);
  };
  const note = !dirty
    ? creating
      ? 'Nothing entered yet'
      : 'Everything is saved'
    : faults > 0
      ? `Not saved yet. ${plural(faults, 'field')} to complete or correct`
      : 'Not saved yet';
  return (
    <form noValidate onSubmit={submit} aria-label={creating ? 'New promotion' : 'Promotion'}>
      {notice}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Card title="Basics">
            <Text label="Name" value={state.draft.name} error={state.complaint('name')} maxLength={200}
              note="Customers see it in the cart and on the order." onChange={(name) => state.set('name', name)} />
          </Card>
          <BenefitCard form={state} currency={currency} />
          <ConditionsCard form={state} currency={currency} />
          <LimitsCard form={state} />
          <StackingCard form={state} />
        </div>
        <div className={classes.column}>
          <Preview promotion={toTry(form, currency, zone)} currency={currency} />
          <OpeningCard form={state} />
          <WindowCard form={state} zone={zone} />
          <ShownCard form={state} />
        </div>
      </div>
      <SaveBar
        note={note}
        busy={busy}
        label={creating ? 'Create promotion' : 'Save'}
        onDiscard={dirty ? onDiscard : undefined}
        reason={dirty ? null : creating ? 'Enter a name and what it gives first.' : 'There is nothing to save.'}
      />
    </form>
  );
}

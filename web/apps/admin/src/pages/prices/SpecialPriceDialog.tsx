import { Modal, NumberInput, Select, TextInput } from '@mantine/core';
import type { AdminPrices, SpecialPrice } from '@tradepost/api';
import { parseMoney, toDecimal } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useRemoveSpecialPrice, useSaveSpecialPrice } from '../../data/prices.ts';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useEditDialog } from '../../parts/useEditDialog.ts';
import { optionWords } from '../../parts/Words.tsx';
import { DialogEnd } from '../settings/DialogEnd.tsx';
import { amountProblem } from '../settings/rules.ts';
import { instantOf } from './planWords.ts';
import classes from './Prices.module.css';

type Editing = SpecialPrice | 'new';

interface Props {
  prices: AdminPrices;
  editing: Editing | null;
  onClose(): void;
}

export function SpecialPriceDialog({ prices, editing, onClose }: Props) {
  return (
    <Modal opened={editing !== null} onClose={onClose} title={editing === 'new' ? 'New special price' : 'Edit special price'} size="md">
      {editing && <SpecialPriceForm prices={prices} price={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

/** An instant as a date-and-time input shows it, in the reader's own zone. */
function localOf(instant: string | null | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function useDraft(prices: AdminPrices, price: SpecialPrice | null) {
  const [draft, setDraft] = useState({
    variantId: price?.variantId ?? prices.variants[0]?.id ?? '',
    customerGroup: price?.customerGroup ?? '',
    minQuantity: price?.minQuantity ?? 1,
    amount: price ? toDecimal(price.price) : '',
    currency: price?.price.currency ?? prices.currency,
    startsAt: localOf(price?.startsAt),
    endsAt: localOf(price?.endsAt),
  });
  const group = draft.customerGroup.trim();
  const [from, to] = [instantOf(draft.startsAt), instantOf(draft.endsAt)];
  const reason =
    amountProblem(draft.amount, draft.currency, false) ??
    (group !== '' && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(group) ? 'A group’s code has small letters, digits and hyphens.' : null) ??
    (from && to && to <= from ? 'The end must come after the start.' : null);
  return { draft, reason, group, from, to, change: (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch })) };
}

function SpecialPriceForm({ prices, price, onClose }: { prices: AdminPrices; price: SpecialPrice | null; onClose(): void }) {
  const { draft, reason, group, from, to, change } = useDraft(prices, price);
  const dialog = useEditDialog(useSaveSpecialPrice(), useRemoveSpecialPrice(), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = parseMoney(draft.amount, draft.currency);
    if (reason || !amount) return;
    const { variantId, minQuantity } = draft;
    void dialog.save(
      { id: price?.id, variantId, minQuantity, price: amount, customerGroup: group === '' ? null : group, startsAt: from, endsAt: to },
      { title: 'The special price is saved', detail: 'Carts have it from now on.' },
    );
  };
  const below = { inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[] };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Refusal error={dialog.error} />
      <Select
        label="Variant"
        disabled={price !== null}
        allowDeselect={false}
        data={prices.variants.map((variant) => ({ value: variant.id, label: optionWords(variant.options) || variant.sku }))}
        value={draft.variantId}
        onChange={(value) => change({ variantId: value ?? draft.variantId })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Customer group"
          placeholder="Everybody"
          description="A group’s code, or empty."
          {...below}
          value={draft.customerGroup}
          error={fieldOf(dialog.error, 'customerGroup')}
          onChange={(event) => change({ customerGroup: event.currentTarget.value })}
        />
        <NumberInput
          label="From units"
          description="On one line of the cart."
          {...below}
          min={1}
          max={999}
          allowDecimal={false}
          value={draft.minQuantity}
          onChange={(value) => change({ minQuantity: Number(value) || 1 })}
        />
        <TextInput
          label="Price for one"
          inputMode="decimal"
          data-autofocus
          value={draft.amount}
          error={fieldOf(dialog.error, 'price')}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
        <Select
          label="Currency"
          allowDeselect={false}
          data={[prices.currency, ...prices.otherCurrencies]}
          value={draft.currency}
          onChange={(value) => change({ currency: value ?? draft.currency })}
        />
        <TextInput
          type="datetime-local"
          label="Begins"
          description="Empty: now."
          {...below}
          value={draft.startsAt}
          onChange={(event) => change({ startsAt: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label="Ends"
          description="Empty: never."
          {...below}
          value={draft.endsAt}
          onChange={(event) => change({ endsAt: event.currentTarget.value })}
        />
      </div>
      <DialogEnd
        what="this special price"
        reason={reason}
        saving={dialog.saving}
        removing={dialog.removing}
        onClose={onClose}
        consequence="Carts pay the usual price from now on. Placed orders keep what they had."
        {...(price && { onRemove: () => void dialog.remove(price.id, { title: 'The special price is gone' }) })}
      />
    </form>
  );
}

import { plural } from '@tradepost/domain';
import type { FormEvent, ReactNode } from 'react';
import type { AdminProduct } from '@tradepost/api';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { AttributesCard } from './AttributesCard.tsx';
import { BasicsCard, ParcelCard, PriceCard } from './BasicsCard.tsx';
import { OptionsCard } from './OptionsCard.tsx';
import classes from './Products.module.css';
import { PicturesCard, SortingCard, StateCard, TaxCard } from './SideCards.tsx';
import type { useProductForm } from './useProductForm.ts';

interface Props {
  form: ReturnType<typeof useProductForm>;
  currency: string;
  images?: AdminProduct['images'];
  notice?: ReactNode;
  busy: boolean;
  onSave(): void;
  onDiscard?: () => void;
}

/** Brings the first field with a complaint into view and into the keyboard's hand. */
function focusFirstComplaint(root: HTMLFormElement): void {
  requestAnimationFrame(() => root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

export function ProductForm({ form, currency, images, notice, busy, onSave, onDiscard }: Props) {
  const { state, dirty, complaints } = form;
  const creating = images === undefined;
  // Once there are variants, each has its own price and weight; one price over all of them would overwrite theirs.
  const single = state.draft.options.length === 0;
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
    <form noValidate onSubmit={submit} aria-label={creating ? 'New product' : 'Product'}>
      {notice}
      <div className={classes.columns}>
        <div className={classes.column}>
          <BasicsCard form={state} />
          {(creating || single) && <PriceCard form={state} currency={currency} creating={creating} />}
          <OptionsCard form={state} currency={currency} />
          <AttributesCard form={state} />
          {(creating || single) && <ParcelCard form={state} />}
        </div>
        <div className={classes.column}>
          <StateCard form={state} />
          <SortingCard form={state} />
          <TaxCard form={state} />
          {images && <PicturesCard images={images} />}
        </div>
      </div>
      <SaveBar
        note={note}
        busy={busy}
        label={creating ? 'Create product' : 'Save'}
        onDiscard={dirty ? onDiscard : undefined}
        reason={dirty ? null : creating ? 'Enter a name and a price first.' : 'There is nothing to save.'}
      />
    </form>
  );
}

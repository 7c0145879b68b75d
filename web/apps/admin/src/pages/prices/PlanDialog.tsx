import { Button, Modal, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { AdminPrices } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useCreatePlans } from '../../data/prices.ts';
import { productList } from '../../data/products.ts';
import { shopSettings } from '../../data/settings.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { optionWords } from '../../parts/Words.tsx';
import { blankPlan, planOf, planProblem, type PlanDraft } from './planDraft.ts';
import classes from './Prices.module.css';

interface Props {
  opened: boolean;
  onClose(): void;
  /** The product to plan for; left out, products are chosen in the dialog. */
  product?: AdminPrices;
}

export function PlanDialog({ opened, onClose, product }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={product ? `Plan a price for ${product.name}` : 'Plan a price'} size="lg">
      {opened && <PlanForm product={product} onClose={onClose} />}
    </Modal>
  );
}

function PlanForm({ product, onClose }: { product: AdminPrices | undefined; onClose(): void }) {
  const currency = useQuery(shopSettings()).data?.currency ?? product?.currency ?? 'USD';
  const [draft, setDraft] = useState<PlanDraft>({ ...blankPlan, variantIds: product?.variants.map((variant) => variant.id) ?? [] });
  const create = useCreatePlans();
  const toast = useToast();
  const change = (patch: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const reason = planProblem(draft, currency, new Date());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      const { plans } = await create.mutateAsync(planOf(draft, currency));
      toast({
        title: `${plural(plans.length, 'price')} planned`,
        detail: draft.startsAt === '' ? 'It begins within seconds.' : 'It begins by itself.',
      });
      onClose();
    } catch {
      // The refusal stands in the dialog, beside what was typed.
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Refusal error={create.error} />
      {product ? (
        <VariantChoice product={product} chosen={draft.variantIds} onChange={(variantIds) => change({ variantIds })} />
      ) : (
        <ProductChoice chosen={draft.productIds} onChange={(productIds) => change({ productIds })} />
      )}
      <TextInput
        label="Name"
        placeholder="Black Friday"
        description="Optional, for your own lists."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        maxLength={100}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Reduction draft={draft} currency={currency} onChange={change} />
      <div className={classes.pair}>
        <TextInput
          type="datetime-local"
          label="Begins"
          description="Empty: now."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.startsAt}
          onChange={(event) => change({ startsAt: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label="Ends"
          description="Empty: for good. At the end the price from before is put back."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.endsAt}
          onChange={(event) => change({ endsAt: event.currentTarget.value })}
        />
      </div>
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton type="submit" loading={create.isPending} reason={reason}>
          Plan it
        </ReasonedButton>
      </div>
    </form>
  );
}

function Reduction({ draft, currency, onChange }: { draft: PlanDraft; currency: string; onChange(patch: Partial<PlanDraft>): void }) {
  return (
    <div className={classes.pair}>
      <div>
        <p className={classes.label} id="plan-kind">
          What it does
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="plan-kind"
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind === 'price' ? 'price' : 'percent' })}
          data={[
            { value: 'percent', label: 'Percent off' },
            { value: 'price', label: 'A price' },
          ]}
        />
      </div>
      {draft.kind === 'percent' ? (
        <TextInput
          label="Percent off"
          rightSection={<span className="soft">%</span>}
          description="Off what each costs now."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          inputMode="decimal"
          value={draft.percent}
          onChange={(event) => onChange({ percent: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label="Price"
          rightSectionWidth={48}
          rightSection={<span className="soft">{currency}</span>}
          description="For each of them."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          inputMode="decimal"
          value={draft.price}
          onChange={(event) => onChange({ price: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  chosen: string[];
  onChange(ids: string[]): void;
}

function VariantChoice({ product, chosen, onChange }: ChoiceProps & { product: AdminPrices }) {
  if (product.variants.length < 2) return null;
  return (
    <MultiSelect
      label="Variants"
      data={product.variants.map((variant) => ({ value: variant.id, label: optionWords(variant.options) || variant.sku }))}
      value={chosen}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': 'No variant' }}
    />
  );
}

/** Products found by what is typed; those chosen stay, whatever is typed next. */
function ProductChoice({ chosen, onChange }: ChoiceProps) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 250);
  const [known, setKnown] = useState<Record<string, string>>({});
  const found = useQuery(productList({ q, state: 'active', pageSize: 20 })).data?.items ?? [];
  const names = { ...known, ...Object.fromEntries(found.map((product) => [product.id, product.name])) };
  const ids = [...new Set([...chosen, ...found.map((product) => product.id)])];
  return (
    <MultiSelect
      label="Products"
      placeholder="Name, brand or SKU"
      data-autofocus
      searchable
      openOnFocus={false}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={ids.map((id) => ({ value: id, label: names[id] ?? id }))}
      value={chosen}
      nothingFoundMessage="No such product"
      onChange={(next) => {
        setKnown(names);
        onChange(next);
      }}
    />
  );
}

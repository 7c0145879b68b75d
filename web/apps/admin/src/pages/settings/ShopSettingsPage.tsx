import { MultiSelect, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type ShopFacts } from '@tradepost/api';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Tagged } from '../../data/products.ts';
import { shopFacts, useSaveShop } from '../../data/shop.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { currencyChoices, zoneChoices } from './choices.ts';
import { LegalCard } from './LegalCard.tsx';
import { OrderRulesCard } from './OrderRulesCard.tsx';
import classes from './Settings.module.css';

export function Component() {
  const facts = useQuery(shopFacts());
  return (
    <Page title="Shop settings" note="In force at once, for everybody, as soon as they are saved." narrow>
      {facts.isPending && (
        <Card>
          <Lines count={6} />
        </Card>
      )}
      {facts.isError && !facts.data && (
        <Card>
          <Failed what="The settings could not be loaded." error={facts.error} onRetry={() => void facts.refetch()} />
        </Card>
      )}
      {facts.data && <SettingsForm key={facts.data.etag} facts={facts.data} />}
    </Page>
  );
}

interface PartProps {
  draft: ShopFacts;
  error: unknown;
  onChange(patch: Partial<ShopFacts>): void;
}

function SettingsForm({ facts }: { facts: Tagged<ShopFacts> }) {
  const [draft, setDraft] = useState(facts.value);
  const save = useSaveShop();
  const toast = useToast();
  const dirty = JSON.stringify(draft) !== JSON.stringify(facts.value);
  const reason = draft.shopName.trim() === '' ? 'Give the shop a name.' : dirty ? null : 'Nothing is changed.';
  const onChange = (patch: Partial<ShopFacts>) => setDraft((before) => ({ ...before, ...patch }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      await save.mutateAsync({ body: { ...draft, shopName: draft.shopName.trim() }, etag: facts.etag });
      toast({ title: 'The settings are saved', detail: 'The shop follows them from now on.' });
    } catch {
      // The refusal stands above the form, beside what was typed.
    }
  };
  const parts: PartProps = { draft, error: save.error, onChange };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <Refusal error={save.error} />
      {isProblem(save.error) && save.error.status === 412 && (
        <p className="soft">Reload the page to see what they saved; then make your changes again.</p>
      )}
      <IdentityCard {...parts} />
      <CurrencyCard {...parts} />
      <TaxCard {...parts} />
      <LegalCard {...parts} />
      <OrderRulesCard {...parts} />
      <SaveBar
        note={dirty ? 'Not saved yet' : 'All saved'}
        reason={reason}
        busy={save.isPending}
        label="Save settings"
        onDiscard={dirty ? () => setDraft(facts.value) : undefined}
      />
    </form>
  );
}

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

function IdentityCard({ draft, error, onChange }: PartProps) {
  return (
    <Card title="The shop">
      <div className={classes.form}>
        <TextInput
          label="Name"
          description="At the head of every page and in every letter."
          inputWrapperOrder={below}
          maxLength={60}
          value={draft.shopName}
          error={fieldOf(error, 'shopName')}
          onChange={(event) => onChange({ shopName: event.currentTarget.value })}
        />
        <Select
          label="Time zone"
          description="Where the shop’s days begin, for campaigns and figures."
          inputWrapperOrder={below}
          data={zoneChoices(draft.timeZone)}
          value={draft.timeZone}
          searchable
          allowDeselect={false}
          error={fieldOf(error, 'timeZone')}
          onChange={(timeZone) => onChange({ timeZone: timeZone ?? draft.timeZone })}
        />
      </div>
    </Card>
  );
}

function CurrencyCard({ draft, error, onChange }: PartProps) {
  const others = draft.currencies.filter((code) => code !== draft.currency);
  return (
    <Card title="Currencies">
      <div className={classes.form}>
        <Select
          label="Own currency"
          description="Of every price in the catalogue. It stays once the shop has products."
          inputWrapperOrder={below}
          data={currencyChoices()}
          value={draft.currency}
          searchable
          allowDeselect={false}
          error={fieldOf(error, 'currency')}
          onChange={(code) => code && onChange({ currency: code, currencies: [code, ...others.filter((one) => one !== code)] })}
        />
        <MultiSelect
          label="Also sold in"
          placeholder={others.length === 0 ? 'None' : ''}
          description="By fixed prices, set with each product. What has none in a currency is not sold in it."
          inputWrapperOrder={below}
          data={currencyChoices().filter((choice) => choice.value !== draft.currency)}
          value={others}
          searchable
          maxValues={29}
          error={fieldOf(error, 'currencies')}
          onChange={(codes) => onChange({ currencies: [draft.currency, ...codes] })}
        />
      </div>
    </Card>
  );
}

function TaxCard({ draft, error, onChange }: PartProps) {
  return (
    <Card title="Tax and rounding">
      <div className={classes.form}>
        <Switch
          label="Prices include tax"
          description={
            draft.pricesIncludeTax ? 'Tax is taken out of what is shown.' : 'Tax is added to what is shown, by where the order goes.'
          }
          checked={draft.pricesIncludeTax}
          onChange={(event) => onChange({ pricesIncludeTax: event.currentTarget.checked })}
        />
        <Choice label="Tax is rounded" error={fieldOf(error, 'roundingLevel')}>
          <SegmentedControl
            fullWidth
            aria-label="Tax is rounded"
            value={draft.roundingLevel}
            onChange={(level) => onChange({ roundingLevel: level as ShopFacts['roundingLevel'] })}
            data={[
              { value: 'line', label: 'On each line' },
              { value: 'unit', label: 'On each unit' },
              { value: 'total', label: 'On the total' },
            ]}
          />
        </Choice>
        <Choice label="Halves of the smallest coin" error={fieldOf(error, 'rounding')}>
          <SegmentedControl
            fullWidth
            aria-label="Halves of the smallest coin"
            value={draft.rounding}
            onChange={(mode) => onChange({ rounding: mode as ShopFacts['rounding'] })}
            data={[
              { value: 'halfUp', label: 'Are rounded up' },
              { value: 'halfEven', label: 'Go to the even neighbour' },
            ]}
          />
        </Choice>
      </div>
    </Card>
  );
}

function Choice({ label, error, children }: { label: string; error: string | undefined; children: ReactNode }) {
  return (
    <div>
      <p className={classes.choiceLabel}>{label}</p>
      {children}
      {error && <p role="alert">{error}</p>}
    </div>
  );
}

import { Button, Modal, MultiSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TaxPreset, TaxPresetChoice } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { taxPresetPreview, useApplyTaxPreset } from '../../../data/taxes.ts';
import { ReasonedButton } from '../../../parts/ReasonedButton.tsx';
import { Refusal } from '../../../parts/Refusal.tsx';
import { useToast } from '../../../parts/Toasts.tsx';
import classes from '../Settings.module.css';
import { useCountries } from '../useCountries.ts';
import { countsOf, PresetChanges } from './PresetChanges.tsx';

export function TaxPresetDialog({ preset, onClose }: { preset: TaxPreset | null; onClose(): void }) {
  return (
    <Modal opened={preset !== null} onClose={onClose} title={preset?.name} size="lg">
      {preset && <PresetForm preset={preset} onClose={onClose} />}
    </Modal>
  );
}

function PresetForm({ preset, onClose }: { preset: TaxPreset; onClose(): void }) {
  const [choice, setChoice] = useState<TaxPresetChoice>({});
  const preview = useQuery(taxPresetPreview(preset.id, choice));
  const apply = useApplyTaxPreset();
  const toast = useToast();
  const result = preview.data;
  const nothing = result && result.changes.length === 0 && result.newTaxClasses.length === 0;
  const looking = !result || preview.isPlaceholderData;
  const reason = looking ? 'Finding out what it would change.' : nothing ? 'Everything is as the table says.' : null;

  const take = async () => {
    const done = await apply.mutateAsync({ id: preset.id, choice }).catch(() => null);
    if (!done) return;
    toast({ title: `${preset.name} is taken over`, detail: `${countsOf(done)}. New orders use it from now on.` });
    onClose();
  };

  return (
    <div className={classes.form}>
      <p className="soft">{`${preset.source}, as of ${preset.asOf}.`}</p>
      <Refusal error={apply.error ?? preview.error} />
      <Options preset={preset} choice={choice} onChange={(patch) => setChoice((before) => ({ ...before, ...patch }))} />
      {result && <PresetChanges result={result} stale={preview.isPlaceholderData} />}
      {preset.leftOut.length > 0 && (
        <details>
          <summary>{`${plural(preset.leftOut.length, 'rate')} of the source are left out`}</summary>
          <ul className={classes.leftOut}>
            {preset.leftOut.map((fact, index) => (
              <li key={index}>{`${fact.country} ${fact.percent} %: ${fact.why}`}</li>
            ))}
          </ul>
        </details>
      )}
      <div className={classes.end}>
        <span className={classes.space} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonedButton loading={apply.isPending} reason={reason} onClick={() => void take()}>
          Take it over
        </ReasonedButton>
      </div>
    </div>
  );
}

interface OptionsProps {
  preset: TaxPreset;
  choice: TaxPresetChoice;
  onChange(patch: TaxPresetChoice): void;
}

function Options({ preset, choice, onChange }: OptionsProps) {
  const { nameOf } = useCountries();
  return (
    <>
      {preset.countries.length > 1 && (
        <MultiSelect
          label="Countries"
          placeholder={choice.countries?.length ? undefined : 'All of them'}
          data={preset.countries.map((code) => ({ value: code, label: nameOf(code) }))}
          value={choice.countries ?? []}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All countries' }}
          onChange={(countries) => onChange({ countries })}
        />
      )}
      <Switch
        label="Shipping is taxed too"
        {...(choice.appliesToShipping === undefined && { description: 'Rates there are keep what they have; new ones follow the table.' })}
        checked={choice.appliesToShipping ?? preset.appliesToShipping}
        onChange={(event) => onChange({ appliesToShipping: event.currentTarget.checked })}
      />
      <Switch
        label="End the shop’s other rates of these countries"
        checked={choice.replace ?? false}
        onChange={(event) => onChange({ replace: event.currentTarget.checked })}
      />
    </>
  );
}

import { ActionIcon, TagsInput, TextInput } from '@mantine/core';
import { plural } from '@tradepost/domain';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { freshKey, type OptionDraft } from './draft.ts';
import classes from './Products.module.css';
import type { ProductFormState } from './useProductForm.ts';
import { combinationCount, renameOption, settled, variantsFor } from './variants.ts';
import { VariantsTable } from './VariantsTable.tsx';

interface RowProps {
  form: ProductFormState;
  option: OptionDraft;
  index: number;
  onChange(option: OptionDraft): void;
  onRemove(): void;
}

function OptionRow({ form, option, index, onChange, onRemove }: RowProps) {
  // The name counts when the field is left: half a word must not rename every variant letter by letter.
  const [name, setName] = useState(option.name);
  const label = option.name || `option ${index + 1}`;
  return (
    <div className={classes.row}>
      <TextInput
        aria-label={`Name of option ${index + 1}`}
        placeholder="Colour"
        value={name}
        error={form.complaint(`options[${index}].name`)}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          form.touch(`options[${index}].name`);
          if (name.trim() !== option.name) onChange({ ...option, name: name.trim() });
        }}
      />
      <TagsInput
        aria-label={`Values of ${label}`}
        placeholder={option.values.length === 0 ? 'Black, then Enter' : ''}
        value={option.values}
        acceptValueOnBlur
        error={form.complaint(`options[${index}].values`)}
        onChange={(values) => onChange({ ...option, values })}
        onBlur={() => form.touch(`options[${index}].values`)}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${label}`} onClick={onRemove}>
        <X size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** Options and the variants they make. A combination that stays keeps its SKU, price and stock. */
export function OptionsCard({ form, currency }: { form: ProductFormState; currency: string }) {
  const { options, variants } = form.draft;
  const apply = (next: OptionDraft[], renamed = variants) =>
    form.change({ options: next, ...(settled(next) && { variants: variantsFor(next, { ...form.draft, variants: renamed }) }) });
  const edit = (index: number, option: OptionDraft) => {
    const before = options[index];
    const renamed = before && before.name !== option.name ? renameOption(variants, before.name, option.name) : variants;
    apply(
      options.map((one, at) => (at === index ? option : one)),
      renamed,
    );
  };
  const count = combinationCount(options);
  const full = options.length >= 3 ? 'Three options are the most.' : null;

  return (
    <Card title="Options and variants" aside={count > 0 && <span className="soft figures">{plural(count, 'variant')}</span>}>
      <div className={classes.rows}>
        {options.length === 0 && (
          <p className={classes.none}>Sold in several colours or sizes? Each combination gets its own SKU, price and stock.</p>
        )}
        {options.map((option, index) => (
          <OptionRow
            key={option.rowKey}
            form={form}
            option={option}
            index={index}
            onChange={(next) => edit(index, next)}
            onRemove={() => apply(options.filter((_, at) => at !== index))}
          />
        ))}
        {form.complaint('options') && (
          <p className={classes.problem} role="alert">
            {form.complaint('options')}
          </p>
        )}
        <ReasonedButton
          variant="subtle"
          leftSection={<Plus size={16} aria-hidden />}
          className={classes.add}
          reason={full}
          onClick={() => form.set('options', [...options, { rowKey: freshKey(), name: '', values: [] }])}
        >
          Add an option
        </ReasonedButton>
      </div>
      {variants.length > 0 && <VariantsTable form={form} currency={currency} />}
    </Card>
  );
}

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { Card } from '../../parts/Page.tsx';
import { freshKey, type AttributeDraft } from './draft.ts';
import classes from './Products.module.css';
import type { ProductFormState } from './useProductForm.ts';

/** The specification table of the product page, row by row. */
export function AttributesCard({ form }: { form: ProductFormState }) {
  const { attributes } = form.draft;
  const edit = (index: number, patch: Partial<AttributeDraft>) =>
    form.set(
      'attributes',
      attributes.map((row, at) => (at === index ? { ...row, ...patch } : row)),
    );
  const cell = (row: AttributeDraft, index: number, field: 'name' | 'value', label: string) => {
    const path = `attributes[${index}].${field}`;
    return (
      <TextInput
        aria-label={`${label} of specification ${index + 1}`}
        placeholder={label}
        value={row[field]}
        error={form.complaint(path)}
        onChange={(event) => edit(index, { [field]: event.currentTarget.value })}
        onBlur={() => form.touch(path)}
      />
    );
  };

  return (
    <Card title="Specifications">
      <div className={classes.rows}>
        {attributes.length === 0 && <p className={classes.none}>What a buyer compares: screen size, battery, connectors.</p>}
        {attributes.map((row, index) => (
          <div key={row.rowKey} className={classes.row}>
            {cell(row, index, 'name', 'Name')}
            {cell(row, index, 'value', 'Value')}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove ${row.name || `specification ${index + 1}`}`}
              onClick={() =>
                form.set(
                  'attributes',
                  attributes.filter((_, at) => at !== index),
                )
              }
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          leftSection={<Plus size={16} aria-hidden />}
          className={classes.add}
          onClick={() => form.set('attributes', [...attributes, { rowKey: freshKey(), name: '', value: '' }])}
        >
          Add a specification
        </Button>
      </div>
    </Card>
  );
}

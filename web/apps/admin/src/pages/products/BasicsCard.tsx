import { Textarea } from '@mantine/core';
import { Card } from '../../parts/Page.tsx';
import { Field } from './fields.tsx';
import classes from './Products.module.css';
import type { ProductFormState } from './useProductForm.ts';

export function BasicsCard({ form }: { form: ProductFormState }) {
  return (
    <Card title="Basics">
      <div className={classes.fields}>
        <Field form={form} field="name" label="Name" required />
        <Textarea
          label="Description"
          value={form.draft.description}
          error={form.complaint('description')}
          autosize
          minRows={4}
          maxRows={16}
          onChange={(event) => form.set('description', event.currentTarget.value)}
          onBlur={() => form.touch('description')}
        />
      </div>
    </Card>
  );
}

export function PriceCard({ form, currency, creating }: { form: ProductFormState; currency: string; creating: boolean }) {
  const single = form.draft.options.length === 0;
  return (
    <Card title={single ? 'Price and stock' : 'Price'}>
      <div className={classes.pair}>
        <Field
          form={form}
          field="price"
          label="Price"
          numeric="decimal"
          suffix={currency}
          required
          {...(!single && { note: 'New variants start from it.' })}
        />
        <Field
          form={form}
          field="compareAtPrice"
          label="Earlier price"
          numeric="decimal"
          suffix={currency}
          note="Shown struck through, as a sale."
        />
        <Field
          form={form}
          field="cost"
          label="Cost"
          numeric="decimal"
          suffix={currency}
          note={single ? 'What one unit costs you. Shoppers never see it.' : 'New variants start from it. Shoppers never see it.'}
        />
        {single && (
          <Field
            form={form}
            field="sku"
            label="SKU"
            note={creating ? 'Left empty, the shop makes one.' : 'The shop’s own article number.'}
          />
        )}
        {single && creating && <Field form={form} field="stock" label="Stock to begin with" numeric="numeric" />}
      </div>
    </Card>
  );
}

export function ParcelCard({ form }: { form: ProductFormState }) {
  return (
    <Card title="Parcel">
      <div className={classes.quad}>
        <Field form={form} field="weightGrams" label="Weight" numeric="numeric" suffix="g" />
        <Field form={form} field="width" label="Width" numeric="numeric" suffix="mm" />
        <Field form={form} field="height" label="Height" numeric="numeric" suffix="mm" />
        <Field form={form} field="depth" label="Depth" numeric="numeric" suffix="mm" />
      </div>
    </Card>
  );
}

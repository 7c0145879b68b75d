import { SegmentedControl, Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdminProduct } from '@tradepost/api';
import { categoryList } from '../../data/categories.ts';
import { taxClassList } from '../../data/taxes.ts';
import { Card } from '../../parts/Page.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { flatten } from '../categories/tree.ts';
import { Field } from './fields.tsx';
import classes from './Products.module.css';
import type { ProductFormState } from './useProductForm.ts';

export function StateCard({ form }: { form: ProductFormState }) {
  const { status } = form.draft;
  return (
    <Card title="State">
      <SegmentedControl
        fullWidth
        aria-label="State"
        value={status}
        onChange={(value) => form.set('status', value === 'active' ? 'active' : 'draft')}
        data={[
          { value: 'draft', label: 'Draft' },
          { value: 'active', label: 'Active' },
        ]}
      />
      <p className={classes.hint}>
        {status === 'active' ? 'In the shop, for everybody to see and buy.' : 'Not in the shop yet; only staff see it.'}
      </p>
    </Card>
  );
}

export function SortingCard({ form }: { form: ProductFormState }) {
  const categories = useQuery(categoryList());
  const choices = flatten(categories.data ?? []).map(({ category, path }) => ({ value: category.id, label: path }));
  return (
    <Card title="Where it belongs">
      <div className={classes.fields}>
        <Select
          label="Category"
          placeholder={categories.isPending ? 'Loading' : 'None'}
          data={choices}
          searchable
          clearable
          value={form.draft.categoryId}
          error={form.complaint('categoryId') ?? (categories.isError ? 'The categories could not be loaded.' : undefined)}
          nothingFoundMessage="No such category"
          clearButtonProps={{ 'aria-label': 'No category' }}
          onChange={(value) => form.set('categoryId', value)}
        />
        <Field form={form} field="brand" label="Brand" />
        <TagsInput
          label="Tags"
          description="Press Enter after each."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          acceptValueOnBlur
          value={form.draft.tags}
          error={form.complaint('tags')}
          onChange={(tags) => form.set('tags', tags)}
        />
      </div>
    </Card>
  );
}

/** A class the shop no longer knows stays to be seen; such products are taxed as standard ones. */
export function TaxCard({ form }: { form: ProductFormState }) {
  const classes = useQuery(taxClassList()).data?.items ?? [];
  const { taxClass } = form.draft;
  const data = classes.map(({ code, name }) => ({ value: code, label: name }));
  const known = data.some(({ value }) => value === taxClass);
  return (
    <Card title="Tax">
      <Select
        label="Tax class"
        data={known ? data : [...data, { value: taxClass, label: taxClass }]}
        value={taxClass}
        allowDeselect={false}
        error={form.complaint('taxClass')}
        onChange={(value) => form.set('taxClass', value ?? 'standard')}
      />
    </Card>
  );
}

export function PicturesCard({ images }: { images: AdminProduct['images'] }) {
  return (
    <Card title="Pictures">
      {images.length === 0 ? (
        <p className={classes.none}>No picture; the shop draws a placeholder.</p>
      ) : (
        <ul className={classes.pictures}>
          {images.map((image) => (
            <li key={image.id}>
              <Thumb url={image.url} alt={image.alt} size={72} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

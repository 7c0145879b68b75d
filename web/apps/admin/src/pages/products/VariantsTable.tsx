import { TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import type { VariantDraft } from './draft.ts';
import classes from './Products.module.css';
import type { ProductFormState } from './useProductForm.ts';

type Editable = 'sku' | 'price' | 'compareAtPrice' | 'cost' | 'weightGrams' | 'stock';

/** One row a variant; on phones each row is a small card with its labels. */
export function VariantsTable({ form, currency }: { form: ProductFormState; currency: string }) {
  const { variants } = form.draft;
  const columns: { field: Editable; label: string; numeric?: 'numeric' | 'decimal' }[] = [
    { field: 'sku', label: 'SKU' },
    { field: 'price', label: `Price, ${currency}`, numeric: 'decimal' },
    { field: 'compareAtPrice', label: 'Earlier price', numeric: 'decimal' },
    { field: 'cost', label: 'Cost', numeric: 'decimal' },
    { field: 'weightGrams', label: 'Weight, g', numeric: 'numeric' },
  ];
  const edit = (index: number, field: Editable, value: string) =>
    form.set(
      'variants',
      variants.map((variant, at) => (at === index ? { ...variant, [field]: value } : variant)),
    );

  const cell = (variant: VariantDraft, index: number, field: Editable, label: string, numeric?: 'numeric' | 'decimal') => {
    const path = `variants[${index}].${field}`;
    return (
      <TextInput
        size="xs"
        aria-label={`${label} of ${optionWords(variant.options)}`}
        value={variant[field]}
        error={form.complaint(path)}
        inputMode={numeric}
        onChange={(event) => edit(index, field, event.currentTarget.value)}
        onBlur={() => form.touch(path)}
        autoComplete="off"
      />
    );
  };

  return (
    <div className={classes.variantScroll}>
      <table className={classes.variants} aria-label="Variants">
        <thead>
          <tr>
            <th scope="col">Variant</th>
            {columns.map((column) => (
              <th key={column.field} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">On hand</th>
          </tr>
        </thead>
        <tbody>
          {variants.map((variant, index) => (
            <tr key={variant.rowKey}>
              <th scope="row">{optionWords(variant.options)}</th>
              {columns.map(({ field, label, numeric }) => (
                <td key={field} data-label={label}>
                  {cell(variant, index, field, label, numeric)}
                </td>
              ))}
              <td data-label="On hand">
                {variant.id === undefined ? (
                  cell(variant, index, 'stock', 'Stock to begin with', 'numeric')
                ) : (
                  <Link className="text-link figures" to={paths.stock({ q: variant.sku })}>
                    {(variant.onHand ?? 0).toLocaleString('en-US')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

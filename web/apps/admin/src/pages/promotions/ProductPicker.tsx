import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { productById, productList } from '../../data/products.ts';

interface Props {
  label: string;
  value: string[];
  error: string | undefined;
  onChange(any: string[]): void;
}

/** Finds products by typing; those already chosen are shown by name. */
export function ProductPicker({ label, value, error, onChange }: Props) {
  const [text, setText] = useState('');
  const [words] = useDebouncedValue(text.trim(), 250);
  const found = useQuery(productList({ q: words, pageSize: 20 })).data?.items ?? [];
  const names = new Map(found.map((product) => [product.id, product.name]));
  const missing = value.filter((id) => !names.has(id));
  // Only the first few by name; a long list is still there by its ids.
  const chosen = useQueries({ queries: missing.slice(0, 30).map((id) => ({ ...productById(id), gcTime: 300_000, retry: false })) });
  missing.forEach((id, place) => names.set(id, chosen[place]?.data?.value?.name ?? id));
  return (
    <MultiSelect
      label={label}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      error={error}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage="No such product"
      onChange={onChange}
    />
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdminCategory } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { categoryList } from '../../data/categories.ts';
import { DataTable, RowButton, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import classes from './Categories.module.css';
import { CategoryDialog, type Editing } from './CategoryDialog.tsx';
import { flatten, type Placed } from './tree.ts';

function columnsWith(edit: (category: AdminCategory) => void, addBelow: (category: AdminCategory) => void): Column<Placed>[] {
  return [
    {
      key: 'name',
      header: 'Category',
      phone: 'main',
      cell: ({ category, depth }) => (
        <span className={classes.name} style={{ paddingLeft: depth * 24 }}>
          <RowButton onClick={() => edit(category)}>{category.name}</RowButton>
          <span className={`row-note ${classes.slug}`}>{`/${category.slug}`}</span>
        </span>
      ),
    },
    {
      key: 'below',
      header: 'Below it',
      end: true,
      width: 150,
      cell: ({ children }) => <span className="soft">{children > 0 ? plural(children, 'category', 'categories') : '–'}</span>,
    },
    {
      key: 'add',
      header: 'Add',
      quiet: true,
      phone: 'end',
      end: true,
      width: 130,
      cell: ({ category }) => (
        <Button size="compact-sm" variant="subtle" aria-label={`Add below ${category.name}`} onClick={() => addBelow(category)}>
          Add below
        </Button>
      ),
    },
  ];
}

export function Component() {
  const categories = useQuery(categoryList());
  const [editing, setEditing] = useState<Editing | null>(null);
  const columns = columnsWith(
    (category) => setEditing({ category }),
    (category) => setEditing({ parentId: category.id }),
  );
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEditing({ parentId: null })}>
      New category
    </Button>
  );
  const failed = categories.isError && !categories.data;

  return (
    <Page title="Categories" note="How the shop is sorted. Open one to rename or move it." actions={add}>
      <Card flush>
        {failed && <Failed what="The categories could not be loaded." error={categories.error} onRetry={() => void categories.refetch()} />}
        {categories.data?.length === 0 && (
          <Empty title="No categories yet" action={add}>
            Products without one can still be found by search.
          </Empty>
        )}
        {!failed && categories.data?.length !== 0 && (
          <DataTable
            label="Categories"
            columns={columns}
            rows={categories.data && flatten(categories.data)}
            rowKey={({ category }) => category.id}
          />
        )}
      </Card>
      <CategoryDialog editing={editing} categories={categories.data ?? []} onClose={() => setEditing(null)} />
    </Page>
  );
}

import type { AdminCategory } from '@tradepost/api';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { openShop } from '../../test/shop.ts';
import { flatten, withDescendants } from './tree.ts';

const category = (id: string, parentId: string | null, position = 0): AdminCategory => ({
  id,
  name: id.toUpperCase(),
  slug: id,
  parentId,
  position,
});
const tree = [category('b', null, 2), category('a', null, 1), category('a1', 'a'), category('a11', 'a1'), category('lost', 'gone', 9)];

describe('the tree', () => {
  it('reads from the top down, each category under its own, and loses none', () => {
    expect(flatten(tree).map(({ category: { id }, depth, path }) => [id, depth, path])).toEqual([
      ['a', 0, 'A'],
      ['a1', 1, 'A / A1'],
      ['a11', 2, 'A / A1 / A11'],
      ['b', 0, 'B'],
      ['lost', 0, 'LOST'],
    ]);
  });

  it('knows everything below a category', () => {
    expect([...withDescendants(tree, 'a')].toSorted()).toEqual(['a', 'a1', 'a11']);
  });
});

describe('the category page', () => {
  it('adds a category below another', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/categories': { body: tree },
      'POST /admin/categories': { status: 201, body: category('new', 'a') },
    });
    openAdmin('/categories');
    await user.click(await screen.findByRole('button', { name: 'Add below A' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New category' }));
    expect(dialog.getByRole('combobox', { name: 'Below' })).toHaveValue('A');
    await user.type(dialog.getByLabelText('Name'), 'Earbuds');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Earbuds is saved')).toBeVisible();
    expect(shop.to('POST /admin/categories')[0]?.body).toEqual({ name: 'Earbuds', parentId: 'a' });
  });

  it('does not offer to put a category below itself, and not to remove one that has others below', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/categories': { body: tree } });
    openAdmin('/categories');
    await user.click(await screen.findByRole('button', { name: 'A' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit A' }));
    await user.click(dialog.getByRole('combobox', { name: 'Below' }));
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['B', 'LOST']);
    expect(dialog.getByRole('button', { name: 'Remove' })).toHaveAccessibleDescription('Move or remove the categories below it first.');
  });
});

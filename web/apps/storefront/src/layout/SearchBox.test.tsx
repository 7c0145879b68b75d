import { screen } from '@testing-library/react';
import { answerWith, renderPage } from '../testing/render.tsx';
import { usd } from '../testing/samples.ts';
import { SearchBox } from './SearchBox.tsx';

const found = {
  queries: ['earbuds'],
  categories: [{ id: 'c1', slug: 'audio', name: 'Audio' }],
  products: [
    {
      id: 'p1',
      slug: 'pebble',
      name: 'Pebble earbuds',
      brand: 'Lowtide',
      price: usd(9900),
      reviewCount: 0,
      tags: [],
      variantCount: 1,
      available: 3,
      status: 'available',
    },
  ],
};

function open() {
  const calls = answerWith({ 'GET /search/suggestions': { body: found } });
  return { calls, ...renderPage(<SearchBox />, { path: '*', at: '/' }) };
}

describe('search', () => {
  it('suggests while typing, and walks the suggestions with the arrow keys', async () => {
    const { user, address } = open();
    const field = screen.getByRole('combobox', { name: 'Search products' });
    await user.type(field, 'ear');
    expect(await screen.findAllByRole('option')).toHaveLength(3);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const active = screen.getByRole('option', { name: 'Audio' });
    expect(active).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', active.id);
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(address()).toBe('/c/audio'));
  });

  it('goes round: up from the field is the last, and back is the typed text', async () => {
    const { user, address } = open();
    await user.type(screen.getByRole('combobox'), 'ear');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('option', { name: /Pebble/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(address()).toBe('/search?q=ear'));
  });

  it('closes on Escape and keeps the text', async () => {
    const { user } = open();
    const field = screen.getByRole('combobox');
    await user.type(field, 'ear');
    await screen.findAllByRole('option');
    await user.keyboard('{Escape}');
    expect(screen.queryAllByRole('option')).toHaveLength(0);
    expect(field).toHaveValue('ear');
  });

  it('asks the shop once a pause is made, not for every letter', async () => {
    const { user, calls } = open();
    await user.type(screen.getByRole('combobox'), 'earbuds');
    await screen.findAllByRole('option');
    expect(calls.length).toBeLessThan(3);
  });

  it('remembers what was searched for', async () => {
    const { user } = open();
    const field = screen.getByRole('combobox');
    await user.type(field, 'dock{Enter}');
    await user.clear(field);
    await user.click(field);
    expect(await screen.findByRole('option', { name: 'dock' })).toBeInTheDocument();
  });
});

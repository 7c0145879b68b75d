import { screen, within } from '@testing-library/react';
import { listing, settings } from '../../testing/samples.ts';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { ListingPage } from './ListingPage.tsx';

const categories = [{ id: 'c1', slug: 'audio', name: 'Audio', description: 'To listen.', productCount: 9, children: [] }];
const shop = {
  'GET /settings': { body: settings },
  'GET /categories': { body: categories },
  'GET /products': { body: { ...listing, total: 9 } },
};

function open(at: string) {
  const calls = answerWith(shop);
  const page = renderPage(<ListingPage />, { path: '/search', at, others: [{ path: '/c/:slug', element: <ListingPage /> }] });
  const asked = () => calls.filter((call) => call.url.pathname.endsWith('/products')).at(-1)?.url.search;
  return { ...page, asked };
}

describe('facets and the address', () => {
  it('put a brand into the address and ask the shop for it', async () => {
    const { user, address, asked } = open('/search?q=ear&page=3');
    await user.click(await screen.findByRole('checkbox', { name: /Lowtide/ }));
    await vi.waitFor(() => expect(address()).toBe('/search?q=ear&brand=Lowtide'));
    await vi.waitFor(() => expect(asked()).toBe('?q=ear&brand=Lowtide'));
  });

  it('show what the address says', async () => {
    open('/search?brand=Solvane&inStock=true&maxPrice=100');
    expect(await screen.findByRole('checkbox', { name: /Solvane/ })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: /Lowtide/ })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: /In stock/ })).toBeChecked();
    expect(screen.getByLabelText('Highest price in USD')).toHaveValue('100');
  });

  it('are taken away one by one by their chips', async () => {
    const { user, address } = open('/search?brand=Solvane&inStock=true');
    const chips = within(await screen.findByRole('list', { name: 'Active filters' }));
    await user.click(chips.getByRole('link', { name: 'Remove filter Solvane' }));
    await vi.waitFor(() => expect(address()).toBe('/search?inStock=true'));
  });

  it('keep a category in the path and the rest behind it', async () => {
    const { user, address, asked } = open('/c/audio');
    expect(await screen.findByRole('heading', { level: 1, name: 'Audio' })).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Sort by'), 'price');
    await vi.waitFor(() => expect(address()).toBe('/c/audio?sort=price'));
    expect(asked()).toBe('?category=audio&sort=price');
  });

  it('refuse a price range that cannot be, and say why', async () => {
    const { user, address } = open('/search');
    await user.type(await screen.findByLabelText('Lowest price in USD'), '90');
    await user.type(screen.getByLabelText('Highest price in USD'), '10{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('The lower amount must come first.');
    expect(address()).toBe('/search');
    await user.clear(screen.getByLabelText('Highest price in USD'));
    await user.type(screen.getByLabelText('Highest price in USD'), '99.50{Enter}');
    await vi.waitFor(() => expect(address()).toBe('/search?minPrice=90&maxPrice=99.50'));
  });
});

describe('nothing found', () => {
  it('offers to remove the filters that may be the reason', async () => {
    answerWith({ ...shop, 'GET /products': { body: listing } });
    renderPage(<ListingPage />, { path: '/search', at: '/search?q=zzz&brand=Lowtide' });
    expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Remove the filters' })).toHaveAttribute('href', '/search?q=zzz');
  });

  it('knows a page past the end from an empty list', async () => {
    answerWith({ ...shop, 'GET /products': { body: { ...listing, total: 9, page: 40 } } });
    renderPage(<ListingPage />, { path: '/search', at: '/search?page=40' });
    expect(await screen.findByRole('link', { name: 'Go to the first page' })).toHaveAttribute('href', '/search');
  });
});

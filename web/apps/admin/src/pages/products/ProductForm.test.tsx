import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { sampleProduct, usd } from '../../test/samples.ts';
import { listOf, openShop, type Answer, type Routes } from '../../test/shop.ts';

const settings: Routes = {
  'GET /settings': { body: { shopName: 'Tradepost', currency: 'USD', countries: [] } },
  'GET /admin/categories': { body: [] },
};
const tagged = (etag: string, over = {}): Answer => ({ body: sampleProduct(over), headers: { ETag: etag } });
const stale: Answer = { status: 412, body: { code: 'precondition.failed', title: 'Stale' } };

async function rename(user: ReturnType<typeof userEvent.setup>, name: string) {
  const field = await screen.findByLabelText('Name');
  await user.clear(field);
  await user.type(field, name);
}

describe('a new product', () => {
  it('is not sent while something is wrong; the first fault gets the focus', async () => {
    const user = userEvent.setup();
    const shop = openShop(settings);
    openAdmin('/products/new');
    await user.type(await screen.findByLabelText('Price'), '12,5.x');
    await user.click(screen.getByRole('button', { name: 'Create product' }));

    expect(screen.getByText('Give the product a name.')).toBeVisible();
    expect(screen.getByText('Enter an amount in USD, like 19.99.')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
    expect(shop.to('POST /admin/products')).toEqual([]);
  });

  it('is sent in minor units and opened afterwards', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'POST /admin/products': { status: 201, body: { id: 'p1' } },
      'GET /admin/products/p1': tagged('"1"'),
    });
    const app = openAdmin('/products/new');
    await user.type(await screen.findByLabelText('Name'), 'Atlas 14');
    await user.type(screen.getByLabelText('Price'), '1299.9');
    await user.click(screen.getByRole('button', { name: 'Create product' }));

    await waitFor(() => expect(app.at()).toBe('/products/p1'));
    expect(shop.to('POST /admin/products')[0]?.body).toMatchObject({ name: 'Atlas 14', price: usd(129990) });
  });

  it('shows the shop’s complaint at its field and keeps what was typed', async () => {
    const user = userEvent.setup();
    openShop({
      ...settings,
      'POST /admin/products': {
        status: 400,
        body: { code: 'request.invalid', errors: { sku: ['This SKU is taken.'] } },
      },
    });
    openAdmin('/products/new');
    await user.type(await screen.findByLabelText('Name'), 'Atlas 14');
    await user.type(screen.getByLabelText('Price'), '10');
    await user.type(screen.getByLabelText('SKU'), 'AT');
    await user.click(screen.getByRole('button', { name: 'Create product' }));

    expect(await screen.findByText('This SKU is taken.')).toBeVisible();
    expect(screen.getByLabelText('SKU')).toHaveValue('AT');
    await user.type(screen.getByLabelText('SKU'), '-2');
    expect(screen.queryByText('This SKU is taken.')).toBeNull();
  });

  it('makes a variant of every combination of its options', async () => {
    const user = userEvent.setup();
    openShop(settings);
    openAdmin('/products/new');
    await user.type(await screen.findByLabelText('SKU'), 'AT');
    await user.click(screen.getByRole('button', { name: 'Add an option' }));
    await user.type(screen.getByLabelText('Name of option 1'), 'Colour');
    await user.tab();
    await user.type(screen.getByLabelText('Values of Colour', { selector: 'input' }), 'Black{Enter}Sand{Enter}');
    const rows = within(await screen.findByRole('table', { name: 'Variants' }));
    expect(rows.getByLabelText('SKU of Black')).toHaveValue('AT-BLACK');
    expect(rows.getByLabelText('SKU of Sand')).toHaveValue('AT-SAND');
  });
});

describe('editing a product', () => {
  it('sends only what changed, with the tag of the version that was read', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'GET /admin/products/p1': tagged('"7"'),
      'PATCH /admin/products/p1': tagged('"8"', { name: 'Atlas 15' }),
    });
    openAdmin('/products/p1');
    await rename(user, 'Atlas 15');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Atlas 15 is saved')).toBeVisible();
    const [sent] = shop.to('PATCH /admin/products/p1');
    expect(sent?.body).toEqual({ name: 'Atlas 15' });
    expect(sent?.headers.get('If-Match')).toBe('"7"');
    expect(screen.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription('There is nothing to save.');
  });

  it('on a conflict keeps the edit and can save it over the newer version', async () => {
    const user = userEvent.setup();
    let etag = '"7"';
    const shop = openShop({
      ...settings,
      'GET /admin/products/p1': () => tagged(etag, etag === '"8"' ? { brand: 'Changed by a colleague' } : {}),
      'PATCH /admin/products/p1': ({ headers }) => (headers.get('If-Match') === '"8"' ? tagged('"9"', { name: 'Mine' }) : stale),
    });
    openAdmin('/products/p1');
    await rename(user, 'Mine');
    etag = '"8"';
    await user.click(screen.getByRole('button', { name: 'Save' }));

    const notice = await screen.findByRole('alert', { name: /Somebody else saved this product/ });
    expect(screen.getByLabelText('Name')).toHaveValue('Mine');
    await user.click(within(notice).getByRole('button', { name: 'Save my changes' }));
    expect(await screen.findByText('Mine is saved')).toBeVisible();
    expect(shop.to('PATCH /admin/products/p1').map(({ body, headers }) => [body, headers.get('If-Match')])).toEqual([
      [{ name: 'Mine' }, '"7"'],
      [{ name: 'Mine' }, '"8"'],
    ]);
  });

  it('on a conflict can take the newer version instead', async () => {
    const user = userEvent.setup();
    let latest = tagged('"7"');
    openShop({ ...settings, 'GET /admin/products/p1': () => latest, 'PATCH /admin/products/p1': stale });
    openAdmin('/products/p1');
    await rename(user, 'Mine');
    latest = tagged('"8"', { name: 'Theirs' });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Load their version' }));
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveValue('Theirs'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not let unsaved work go without a question', async () => {
    const user = userEvent.setup();
    openShop({ ...settings, 'GET /admin/products/p1': tagged('"1"'), 'GET /admin/categories': { body: [] } });
    const app = openAdmin('/products/p1');
    await rename(user, 'Half done');
    await user.click(screen.getByRole('link', { name: 'Categories' }));
    const question = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
    await user.click(question.getByRole('button', { name: 'Keep editing' }));
    expect(app.at()).toBe('/products/p1');
    expect(screen.getByLabelText('Name')).toHaveValue('Half done');

    await user.click(screen.getByRole('link', { name: 'Categories' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(app.at()).toBe('/categories'));
  });
});

describe('deleting a product', () => {
  it('just happens, and Undo brings it back', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'GET /admin/products/p1': tagged('"1"'),
      'GET /admin/products': listOf([]),
      'DELETE /admin/products/p1': { status: 204 },
      'POST /admin/products/p1/restoration': { body: sampleProduct() },
    });
    const app = openAdmin('/products/p1');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(app.at()).toBe('/products'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Atlas 14 is back')).toBeVisible();
    expect(shop.to('POST /admin/products/p1/restoration')).toHaveLength(1);
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { openShop, type Routes } from '../../test/shop.ts';

const facts = {
  shopName: 'Corner shop',
  currency: 'USD',
  currencies: ['USD', 'EUR'],
  pricesIncludeTax: false,
  rounding: 'halfUp',
  roundingLevel: 'line',
  timeZone: 'Europe/Berlin',
  notices: { logoUrl: null, accent: '#0b6156', footer: null },
};
const shopWith = (over: Routes = {}): Routes => ({
  'GET /settings': { body: { shopName: 'Corner shop', currency: 'USD', pricesIncludeTax: false, countries: [] } },
  'GET /admin/settings': { body: facts, headers: { ETag: '"4"' } },
  ...over,
});

describe('the shop’s settings', () => {
  it('are saved whole, by their version', async () => {
    const shop = openShop(shopWith({ 'PUT /admin/settings': { body: { ...facts, roundingLevel: 'total' }, headers: { ETag: '"5"' } } }));
    openAdmin('/settings/shop');
    await userEvent.click(await screen.findByRole('radio', { name: 'On the total' }));
    await userEvent.click(screen.getByRole('switch', { name: /Prices include tax/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByText('The settings are saved')).toBeInTheDocument();
    const [sent] = shop.to('PUT /admin/settings');
    expect(sent?.headers.get('If-Match')).toBe('"4"');
    expect(sent?.body).toEqual({ ...facts, roundingLevel: 'total', pricesIncludeTax: true });
  });

  it('say why the currency stays, and keep what was typed', async () => {
    openShop(shopWith({ 'PUT /admin/settings': { status: 409, body: { code: 'settings.currency_in_use', currency: 'USD' } } }));
    openAdmin('/settings/shop');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(name, ' and more');
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('its own currency can’t change');
    expect(name).toHaveValue('Corner shop and more');
  });

  it('can’t be saved without a change or without a name', async () => {
    openShop(shopWith());
    openAdmin('/settings/shop');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.getByRole('button', { name: 'Save settings' })).toHaveAccessibleDescription('Nothing is changed.');
    await userEvent.clear(name);
    expect(screen.getByRole('button', { name: 'Save settings' })).toHaveAccessibleDescription('Give the shop a name.');
  });
});

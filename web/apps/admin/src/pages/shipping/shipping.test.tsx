import type { ShippingZone } from '@tradepost/api';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop, type Routes } from '../../test/shop.ts';

const method = {
  id: 'm1', code: 'usps', name: 'Ground', basePrice: usd(590), perKg: usd(0), freeOver: null, estimatedDays: { min: 3, max: 5 },
  countries: ['US'], active: true, volumetricDivisor: 5000, maxWeightGrams: 31500, zoneCount: 2,
};
const near: ShippingZone = {
  name: 'Near', places: ['US-CA', 'US:902*'], basis: 'weight', neverFree: false,
  rates: [{ maxGrams: 500, price: usd(400) }, { maxGrams: 2000, price: usd(700) }],
};
const rest: ShippingZone = { name: 'Rest', places: null, basis: 'flat', basePrice: usd(990), rates: [], neverFree: true };
const settings = { body: { shopName: 'T', currency: 'USD', countries: [{ code: 'US', name: 'United States' }] } };
const at = 'PUT /admin/shipping-methods/m1/zones';

function open(more: Routes = {}) {
  const shop = openShop({
    'GET /settings': settings,
    'GET /admin/locations': listOf([{ id: 'l1', name: 'Main warehouse' }]),
    'GET /admin/shipping-methods/m1': { body: { method, zones: [near, rest] }, headers: { ETag: '"7"' } },
    [at]: { body: { method, zones: [near, rest] } },
    'PATCH /admin/shipping-methods/m1': { body: method },
    ...more,
  });
  openAdmin('/settings/shipping-methods/m1');
  return { shop, user: userEvent.setup() };
}

describe('a shipping method', () => {
  it('shows its zones in words and lists a carrier by zone', async () => {
    open();
    const table = within(await screen.findByRole('table', { name: 'Zones' }));
    expect(table.getByText('US-CA, US:902*')).toBeVisible();
    expect(table.getByText('$4.00 – $7.00 by weight, 2 steps')).toBeVisible();
    expect(table.getByText('Everywhere')).toBeVisible();
  });

  it('saves a changed zone with all others and the tag it was read with', async () => {
    const { shop, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Near' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit zone' }));
    expect(dialog.getByLabelText('Step 1, up to')).toHaveValue('0.5');
    await user.clear(dialog.getByLabelText('Step 2, up to'));
    await user.type(dialog.getByLabelText('Step 2, up to'), '0.25');
    expect(dialog.getByRole('button', { name: 'Save zone' })).toHaveAccessibleDescription('Step 2 must go beyond the one before.');
    await user.clear(dialog.getByLabelText('Step 2, up to'));
    await user.clear(dialog.getByLabelText('Places'));
    await user.type(dialog.getByLabelText('Places'), 'us-or');
    await user.click(dialog.getByRole('button', { name: 'Save zone' }));
    expect(await screen.findByText('Near is saved')).toBeVisible();
    const sent = shop.to(at)[0];
    expect(sent?.headers.get('If-Match')).toBe('"7"');
    expect(sent?.body).toMatchObject({
      zones: [{ name: 'Near', places: ['US-OR'], rates: [{ maxGrams: 500 }, { maxGrams: null, price: usd(700) }] },
        { name: 'Rest', places: null }],
    });
  });

  it('moves a zone, since the first of two equals wins', async () => {
    const { shop, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Move Rest up' }));
    await vi.waitFor(() => expect(shop.to(at)[0]?.body).toMatchObject({ zones: [{ name: 'Rest' }, { name: 'Near' }] }));
    expect(screen.getByRole('button', { name: 'Move Near up' })).toBeDisabled();
  });

  it('keeps what was typed when the shop refuses a zone, and says which field', async () => {
    const { user } = open({
      [at]: { status: 400, body: { code: 'request.invalid', title: 'No', errors: { 'zones[2].places[0]': ['is no country'] } } },
    });
    await user.click(await screen.findByRole('button', { name: 'Add zone' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New zone' }));
    await user.type(dialog.getByLabelText('Name'), 'Mars');
    await user.type(dialog.getByLabelText('Places'), 'XX');
    await user.type(dialog.getByLabelText('Amount'), '5');
    await user.click(dialog.getByRole('button', { name: 'Save zone' }));
    expect(await dialog.findByText('places[0] is no country')).toBeVisible();
    expect(dialog.getByLabelText('Name')).toHaveValue('Mars');
  });

  it('sends limits in grams and millimetres', async () => {
    const { shop, user } = open();
    const side = await screen.findByLabelText('Longest side');
    expect(screen.getByLabelText('Most weight')).toHaveValue('31.5');
    await user.type(side, '120.5');
    await user.clear(screen.getByLabelText('Volumetric divisor'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Ground is saved')).toBeVisible();
    expect(shop.to('PATCH /admin/shipping-methods/m1')[0]?.body).toMatchObject({
      maxSideMm: 1205, volumetricDivisor: null, maxWeightGrams: 31500, maxGirthMm: null,
    });
  });
});

describe('a table from a file', () => {
  const csv = 'service,max_weight_lb,zone,price_usd\nground,1,1,9.10\n';
  const zones = [{ zone: '1', entries: 1, before: 0, isNew: true }];
  const result = { applied: false, rows: 1, used: 1, zones, errorCount: 0, errors: [] };
  const rates = 'POST /admin/shipping-methods/m1/rates';
  const choose = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: 'Import prices' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Import prices by weight' }));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    await user.upload(input!, new File([csv], 'usps.csv', { type: 'text/csv' }));
    return dialog;
  };

  it('is checked first, shows what it would do, and only then applied', async () => {
    const { shop, user } = open({ [rates]: ({ query }) => ({ body: { ...result, applied: query.dryRun !== 'true' } }) });
    const dialog = await choose(user);
    await user.click(await dialog.findByRole('button', { name: 'Check the file' }));
    expect(await dialog.findByText('1 row of 1 will be taken. Nothing is changed yet.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Apply 1 row' }));
    expect(await screen.findByText('Ground: 1 row imported')).toBeVisible();
    const [dry, real] = shop.to(rates);
    expect(dry?.query).toEqual({
      zoneColumn: 'zone', weightColumn: 'max_weight_lb', weightUnit: 'lb', priceColumn: 'price_usd', dryRun: 'true',
    });
    expect([real?.query.dryRun, real?.body, real?.headers.get('If-Match')]).toEqual(['false', csv, '"7"']);
  });

  it('with faulty rows names each line and can’t be applied', async () => {
    const errors = [{ line: 2, column: 'price_usd', message: 'must be an amount in USD, like 7.20' }];
    const { user } = open({ [rates]: { body: { ...result, errorCount: 1, errors } } });
    const dialog = await choose(user);
    await user.click(await dialog.findByRole('button', { name: 'Check the file' }));
    expect(await dialog.findByText('Line 2, price_usd: must be an amount in USD, like 7.20')).toBeVisible();
    expect(dialog.queryByRole('button', { name: /Apply/ })).toBeNull();
  });
});

describe('the delivery days', () => {
  it('are changed and saved with the tag they were read with', async () => {
    const user = userEvent.setup();
    const calendar = { cutOff: '14:00', handlingDays: 0, workingDays: ['monday'], holidays: [], timeZone: 'Europe/Berlin' };
    const shop = openShop({
      'GET /admin/delivery-calendar': { body: calendar, headers: { ETag: '"3"' } },
      'PUT /admin/delivery-calendar': ({ body }) => ({ body, headers: { ETag: '"4"' } }),
    });
    openAdmin('/settings/delivery-days');
    await user.click(await screen.findByRole('checkbox', { name: 'Monday' }));
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveAccessibleDescription('Choose at least one day: nothing would ever be sent.');
    await user.click(screen.getByRole('checkbox', { name: 'Tuesday' }));
    await user.click(screen.getByRole('button', { name: 'Add holiday' }));
    await user.type(screen.getByLabelText('Holiday 1, day'), '2026-12-25');
    await user.type(screen.getByLabelText('Holiday 1, name'), 'Christmas');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The delivery days are saved')).toBeVisible();
    const sent = shop.to('PUT /admin/delivery-calendar')[0];
    expect(sent?.headers.get('If-Match')).toBe('"3"');
    expect(sent?.body).toMatchObject({ workingDays: ['tuesday'], holidays: [{ date: '2026-12-25', name: 'Christmas' }] });
  });
});

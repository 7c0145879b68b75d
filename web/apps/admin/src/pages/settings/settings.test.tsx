import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { usd } from '../../test/samples.ts';
import { listOf, openShop } from '../../test/shop.ts';
import { checkMethod, methodDraftOf, methodOf } from './methodDraft.ts';
import { amountProblem, daysProblem, percentProblem } from './rules.ts';

const method = {
  id: 'm1',
  code: 'standard',
  name: 'Standard',
  basePrice: usd(590),
  perKg: usd(100),
  freeOver: usd(7500),
  estimatedDays: { min: 3, max: 5 },
  countries: ['US'],
  active: true,
};

describe('a rate', () => {
  it.each(['0', '8.25', '19', '100', '7.1234'])('of %s %% is fine', (text) => expect(percentProblem(text)).toBeNull());
  it.each(['', '-1', '100.01', '8,25', '1e2', '7.12345', 'NaN'])('of "%s" is refused', (text) =>
    expect(percentProblem(text)).not.toBeNull(),
  );
});

describe('amounts and days', () => {
  it('are checked in the currency of the shop', () => {
    expect(amountProblem('5.90', 'USD', false)).toBeNull();
    expect(amountProblem('5.90', 'JPY', false)).not.toBeNull();
    expect(amountProblem('', 'USD', true)).toBeNull();
    expect(amountProblem('', 'USD', false)).not.toBeNull();
  });

  it('run from the earliest to the latest day', () => {
    expect(daysProblem(1, 1)).toBeNull();
    expect(daysProblem(3, 2)).toBe('The earliest day comes after the latest.');
    expect(daysProblem('', 2)).not.toBeNull();
    expect(daysProblem(1.5, 2)).not.toBeNull();
  });
});

describe('a shipping method', () => {
  it('comes back from its form as it went in', () => {
    const { id, ...rest } = method;
    expect(id).toBe('m1');
    expect(methodOf(methodDraftOf(method), 'USD')).toEqual(rest);
  });

  it('goes everywhere when no country is named, and is never free when no sum is', () => {
    expect(methodOf({ ...methodDraftOf(method), countries: [], freeOver: '', perKg: '' }, 'USD')).toMatchObject({
      countries: null,
      freeOver: null,
      perKg: usd(0),
    });
  });

  it('needs a code that files can carry', () => {
    expect(checkMethod({ ...methodDraftOf(method), code: 'Express EU' }, 'USD').code).toBeDefined();
    expect(checkMethod(methodDraftOf(method), 'USD')).toEqual({});
  });
});

describe('a tax rate', () => {
  const settings = {
    'GET /settings': { body: { shopName: 'T', currency: 'USD', countries: [{ code: 'DE', name: 'Germany' }] } },
  };
  const rate = { id: 't1', name: 'VAT', country: 'DE', state: null, percent: '19', appliesToShipping: true, taxClass: 'standard' };

  it('is changed in a dialog and sent as text, so that no float touches it', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'GET /admin/tax-rates': listOf([rate]),
      'PATCH /admin/tax-rates/t1': { body: rate },
    });
    openAdmin('/settings/tax-rates');
    await user.click(await screen.findByRole('button', { name: 'VAT' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit tax rate' }));
    await user.clear(dialog.getByLabelText('Rate'));
    await user.type(dialog.getByLabelText('Rate'), '190');
    expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription('A rate is at most 100 %.');
    await user.clear(dialog.getByLabelText('Rate'));
    await user.type(dialog.getByLabelText('Rate'), '16.5');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('VAT is saved')).toBeVisible();
    expect(shop.to('PATCH /admin/tax-rates/t1')[0]?.body).toMatchObject({
      percent: '16.5',
      country: 'DE',
      appliesToShipping: true,
    });
  });

  it('is removed only after a question', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'GET /admin/tax-rates': listOf([rate]),
      'DELETE /admin/tax-rates/t1': { status: 204 },
    });
    openAdmin('/settings/tax-rates');
    await user.click(await screen.findByRole('button', { name: 'VAT' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'Edit tax rate' })).getByRole('button', { name: 'Remove' }));
    const question = within(await screen.findByRole('dialog', { name: 'Remove VAT?' }));
    expect(shop.to('DELETE /admin/tax-rates/t1')).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByText('VAT is removed')).toBeVisible();
  });

  it('is found on a later page too, and among those of its country', async () => {
    const user = userEvent.setup();
    const pages = ({ query }: { query: Record<string, string> }) => ({
      body: { items: [{ ...rate, id: `t${query.page}`, name: `VAT ${query.page}` }], page: Number(query.page), pageSize: 25, total: 60 },
    });
    const shop = openShop({ ...settings, 'GET /admin/tax-rates': pages });
    openAdmin('/settings/tax-rates');
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    expect(await screen.findByRole('button', { name: 'VAT 2' })).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Country' }));
    await user.click(await screen.findByRole('option', { name: 'Germany' }));
    expect(await screen.findByRole('button', { name: 'VAT 1' })).toBeVisible();
    expect(shop.to('GET /admin/tax-rates').at(-1)?.query).toMatchObject({ country: 'DE', page: '1' });
  });
});

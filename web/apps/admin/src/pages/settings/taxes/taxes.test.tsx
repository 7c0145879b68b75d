import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../../test/render.tsx';
import { listOf, openShop } from '../../../test/shop.ts';
import { exemptionDraftOf, exemptionOf, exemptionProblem, validityOf } from './exemptions.ts';
import { countsOf } from './PresetChanges.tsx';
import { isPostalPattern, patternProblem, zoneOf } from './rates.ts';

const settings = {
  'GET /settings': {
    body: { shopName: 'T', currency: 'USD', countries: [{ code: 'DE', name: 'Germany' }, { code: 'AT', name: 'Austria' }] },
  },
};
const classes = listOf([
  { code: 'standard', name: 'Standard', rates: 79, removable: false },
  { code: 'books', name: 'Books', rates: 0, removable: true },
]);

describe('a pattern of postal codes', () => {
  it.each(['94105', '902*', ' sw1a 1aa ', '10000-10999', '9500-123', '00-9*'])('like %s is understood', (text) =>
    expect(isPostalPattern(text)).toBe(true),
  );
  it.each(['', '*', '9*2', '902**', '10999-10000', '902*-903*', '94105;94106'])('like "%s" is not', (text) =>
    expect(isPostalPattern(text)).toBe(false),
  );

  it('is told in a few words', () => {
    expect(zoneOf({ postalCodes: null, exceptPostalCodes: [] })).toBe('');
    expect(zoneOf({ postalCodes: ['902*'], exceptPostalCodes: ['90210'] })).toBe('902*, not 90210');
    expect(zoneOf({ postalCodes: ['1*', '2*', '3*', '4*', '5*'] })).toBe('1*, 2*, 3* and 2 more');
    expect(patternProblem(['1*', 'x!'])).toContain('“x!”');
  });
});

describe('a tax rate', () => {
  it('is sent with its class and its postal codes', async () => {
    const user = userEvent.setup();
    const taxed = { percent: '7', appliesToShipping: true, taxClass: 'standard' };
    const rate = { id: 't1', name: 'VAT', country: 'DE', postalCodes: ['1**'], ...taxed };
    const shop = openShop({
      ...settings,
      'GET /admin/tax-classes': classes,
      'GET /admin/tax-rates': listOf([rate]),
      'PATCH /admin/tax-rates/t1': { body: rate },
    });
    openAdmin('/settings/tax-rates');
    await user.click(await screen.findByRole('button', { name: 'VAT' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit tax rate' }));
    // The list of a field of tags bears its label too.
    const input = (label: string) => dialog.getByLabelText(label, { selector: 'input' });
    const save = () => dialog.getByRole('button', { name: 'Save' });
    expect(save()).toHaveAccessibleDescription(/“1\*\*” is no postal code/);
    await user.type(input('Only in these postal codes'), '{Backspace}');
    await user.type(input('But not in these'), '78266,');
    expect(save()).not.toHaveAccessibleDescription();
    await user.click(save());
    expect(await screen.findByText('VAT is saved')).toBeVisible();
    expect(shop.to('PATCH /admin/tax-rates/t1')[0]?.body).toMatchObject({
      taxClass: 'standard',
      postalCodes: [],
      exceptPostalCodes: ['78266'],
    });
  });
});

describe('a tax class', () => {
  it('gets its code from its name', async () => {
    const user = userEvent.setup();
    const shop = openShop({ ...settings, 'GET /admin/tax-classes': classes, 'POST /admin/tax-classes': { status: 201, body: {} } });
    openAdmin('/settings/tax-classes');
    await user.click(await screen.findByRole('button', { name: 'New tax class' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New tax class' }));
    await user.type(dialog.getByLabelText('Name'), 'Food, second rate');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Food, second rate is saved')).toBeVisible();
    expect(shop.to('POST /admin/tax-classes')[0]?.body).toEqual({ code: 'food-second-rate', name: 'Food, second rate' });
  });

  it('that must stay offers no removal', async () => {
    const user = userEvent.setup();
    openShop({ ...settings, 'GET /admin/tax-classes': classes });
    openAdmin('/settings/tax-classes');
    await user.click(await screen.findByRole('button', { name: 'Standard' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit tax class' }));
    expect(dialog.queryByRole('button', { name: 'Remove' })).toBeNull();
    expect(dialog.getByLabelText('Code')).toHaveAttribute('readonly');
  });
});

describe('a tax exemption', () => {
  const row = { id: 'e1', userId: 'u1', email: 'ada@example.com', number: 'R-7', country: 'DE', state: null, validUntil: '2027-01-31' };

  it('comes back from its form as it went in', () => {
    expect(exemptionOf(exemptionDraftOf(row), 'DE')).toEqual({
      email: 'ada@example.com', number: 'R-7', country: 'DE', state: null, validFrom: null, validUntil: '2027-01-31', note: null,
    });
    expect(validityOf(row)).toBe('Until 2027-01-31');
    expect(validityOf({ validFrom: null, validUntil: null })).toBe('Without end');
  });

  it('says what is missing', () => {
    const draft = exemptionDraftOf(row);
    expect(exemptionProblem(draft)).toBeNull();
    expect(exemptionProblem({ ...draft, email: 'ada' })).toContain('e-mail');
    expect(exemptionProblem({ ...draft, number: ' ' })).toContain('number');
    expect(exemptionProblem({ ...draft, validFrom: '2027-02-01' })).toBe('It ends before it begins.');
  });

  it('of nobody is refused beside the address', async () => {
    const user = userEvent.setup();
    openShop({
      ...settings,
      'GET /admin/tax-exemptions': listOf([row]),
      'POST /admin/tax-exemptions': {
        status: 400,
        body: { code: 'request.invalid', title: 'x', errors: { email: ['is not the address of an account'] } },
      },
    });
    openAdmin('/settings/tax-exemptions');
    expect(await screen.findByRole('button', { name: 'ada@example.com' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New exemption' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New tax exemption' }));
    await user.type(dialog.getByLabelText('Customer'), 'bob@example.com');
    await user.type(dialog.getByLabelText('Certificate number'), 'R-8');
    await user.click(dialog.getByRole('combobox', { name: 'Country' }));
    await user.click(await screen.findByRole('option', { name: 'Germany' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/is not the address of an account/)).toBeVisible();
  });
});

describe('a table of taxes', () => {
  const preset = {
    id: 'eu-vat', name: 'European Union VAT', asOf: '2026-08-22', source: 'European Commission', appliesToShipping: true,
    countries: ['AT', 'DE'],
    taxClasses: ['standard', 'reduced'], rates: 4, leftOut: [{ country: 'FR', percent: '0.9', why: 'Corsica only.' }],
  };
  const result = { id: 'eu-vat', dryRun: true, created: 1, updated: 1, removed: 0, unchanged: 2, newTaxClasses: ['reduced'] };
  const changes = [
    { kind: 'created', name: 'VAT', country: 'DE', taxClass: 'reduced', percent: '7', appliesToShipping: true },
    { kind: 'updated', name: 'VAT', country: 'AT', taxClass: 'standard', percent: '20', percentBefore: '19', appliesToShipping: true },
  ];

  it('shows what it would change before it does', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      ...settings,
      'GET /admin/tax-presets': listOf([preset]),
      'POST /admin/tax-presets/eu-vat': ({ query }) => ({ body: { ...result, changes, dryRun: query.dryRun === 'true' } }),
    });
    openAdmin('/settings/tax-presets');
    await user.click(await screen.findByRole('button', { name: 'European Union VAT' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'European Union VAT' }));
    expect(await dialog.findByText('1 new, 1 changed, 2 as they were. New classes: reduced')).toBeVisible();
    expect(dialog.getByText('19 → 20 %')).toBeVisible();
    expect(shop.to('POST /admin/tax-presets/eu-vat').every(({ query }) => query.dryRun === 'true')).toBe(true);
    await user.click(dialog.getByRole('button', { name: 'Take it over' }));
    expect(await screen.findByText('European Union VAT is taken over')).toBeVisible();
    expect(shop.to('POST /admin/tax-presets/eu-vat').filter(({ query }) => query.dryRun === undefined)).toHaveLength(1);
  });

  it('that changes nothing can not be taken over', async () => {
    const user = userEvent.setup();
    openShop({
      ...settings,
      'GET /admin/tax-presets': listOf([preset]),
      'POST /admin/tax-presets/eu-vat': { body: { ...result, created: 0, updated: 0, unchanged: 4, newTaxClasses: [], changes: [] } },
    });
    openAdmin('/settings/tax-presets');
    await user.click(await screen.findByRole('button', { name: 'European Union VAT' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'European Union VAT' }));
    expect(await dialog.findByText('4 as they were')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Take it over' })).toHaveAccessibleDescription('Everything is as the table says.');
  });

  it('counts in words', () => expect(countsOf({ ...result, changes: [] })).toBe('1 new, 1 changed, 2 as they were'));
});

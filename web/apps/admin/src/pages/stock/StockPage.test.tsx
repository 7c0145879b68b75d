import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { sampleLevel } from '../../test/samples.ts';
import { listOf, openShop, type Routes } from '../../test/shop.ts';

const levels: Routes = { 'GET /admin/inventory/levels': listOf([sampleLevel()]) };
const answered = (onHand: number) => ({
  body: { variantId: 'v1', locationId: 'w1', onHand, reserved: 2, available: onHand - 2 },
});

async function openDialog(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Atlas 14' }));
  return within(await screen.findByRole('dialog', { name: 'Adjust stock' }));
}

async function choose(user: ReturnType<typeof userEvent.setup>, dialog: ReturnType<typeof within>, reason: string) {
  await user.click(dialog.getByRole('combobox', { name: 'Reason' }));
  await user.click(await screen.findByRole('option', { name: reason }));
}

describe('adjusting stock', () => {
  it('shows what it will lead to, sends the difference and says what came of it', async () => {
    const user = userEvent.setup();
    const shop = openShop({ ...levels, 'POST /admin/inventory/adjustments': answered(17) });
    openAdmin('/stock');
    const dialog = await openDialog(user);
    await user.type(dialog.getByLabelText('Change'), '5');
    expect(dialog.getByText('17')).toBeVisible();
    await choose(user, dialog, 'Delivery received');
    await user.click(dialog.getByRole('button', { name: 'Adjust' }));

    expect(await screen.findByText('Atlas 14: 12 → 17 on hand')).toBeVisible();
    expect(shop.to('POST /admin/inventory/adjustments')[0]?.body).toEqual({
      variantId: 'v1',
      locationId: 'w1',
      delta: 5,
      reason: 'Delivery received',
    });
  });

  it('tells the true old number when somebody bought one meanwhile', async () => {
    const user = userEvent.setup();
    openShop({ ...levels, 'POST /admin/inventory/adjustments': answered(16) });
    openAdmin('/stock');
    const dialog = await openDialog(user);
    await user.type(dialog.getByLabelText('Change'), '5');
    await choose(user, dialog, 'Correction');
    await user.click(dialog.getByRole('button', { name: 'Adjust' }));
    expect(await screen.findByText('Atlas 14: 11 → 16 on hand')).toBeVisible();
  });

  it('sends a count as a count, with a reason in one’s own words', async () => {
    const user = userEvent.setup();
    const shop = openShop({ ...levels, 'POST /admin/inventory/adjustments': answered(4) });
    openAdmin('/stock');
    const dialog = await openDialog(user);
    await user.click(dialog.getByRole('radio', { name: 'Set what was counted' }));
    await user.type(dialog.getByLabelText('Counted on the shelf'), '4');
    await choose(user, dialog, 'Other');
    await user.type(dialog.getByLabelText('In your words'), 'Found behind the shelf');
    await user.click(dialog.getByRole('button', { name: 'Adjust' }));
    expect(await screen.findByText('Atlas 14: 12 → 4 on hand')).toBeVisible();
    expect(shop.to('POST /admin/inventory/adjustments')[0]?.body).toMatchObject({
      set: 4,
      reason: 'Found behind the shelf',
    });
  });

  it('does not take more than there is, and needs a reason', async () => {
    const user = userEvent.setup();
    const shop = openShop(levels);
    openAdmin('/stock');
    const dialog = await openDialog(user);
    await user.type(dialog.getByLabelText('Change'), '-13');
    expect(dialog.getByRole('button', { name: 'Adjust' })).toHaveAccessibleDescription('Only 12 on hand: the stock cannot go below zero.');
    await user.clear(dialog.getByLabelText('Change'));
    await user.type(dialog.getByLabelText('Change'), '-3');
    expect(dialog.getByRole('button', { name: 'Adjust' })).toHaveAccessibleDescription('Say why: the reason goes into the journal.');
    await user.click(dialog.getByRole('button', { name: 'Adjust' }));
    expect(shop.to('POST /admin/inventory/adjustments')).toEqual([]);
  });

  it('keeps the dialog open with the reason of a refusal', async () => {
    const user = userEvent.setup();
    openShop({
      ...levels,
      'POST /admin/inventory/adjustments': { status: 409, body: { code: 'inventory.insufficient' } },
    });
    openAdmin('/stock');
    const dialog = await openDialog(user);
    await user.type(dialog.getByLabelText('Change'), '-3');
    await choose(user, dialog, 'Damaged or lost');
    await user.click(dialog.getByRole('button', { name: 'Adjust' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('There is not enough stock for this.');
  });
});

describe('the stock list', () => {
  it('asks for what is low', async () => {
    const shop = openShop(levels);
    openAdmin('/stock?show=low&q=atlas');
    await screen.findByRole('button', { name: 'Atlas 14' });
    expect(shop.to('GET /admin/inventory/levels').map(({ query }) => query)).toEqual([
      { q: 'atlas', maxAvailable: '5', page: '1', pageSize: '25' },
    ]);
  });

  it('shows the movements of one variant', async () => {
    const user = userEvent.setup();
    const movement = {
      id: 'm1',
      variantId: 'v1',
      sku: 'AT-14',
      locationName: 'Main warehouse',
      delta: -3,
      reason: 'Sold',
      reference: 'TP-1001',
      by: 'system',
      at: '2026-11-20T10:00:00Z',
    };
    const shop = openShop({ ...levels, 'GET /admin/inventory/movements': listOf([movement]) });
    openAdmin('/stock');
    await user.click(await screen.findByRole('button', { name: 'Movements of AT-14' }));
    expect(await screen.findByText('−3')).toBeVisible();
    expect(shop.to('GET /admin/inventory/movements')[0]?.query.variantId).toBe('v1');
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { sampleOrder, usd } from '../../test/samples.ts';
import { openShop, type Routes } from '../../test/shop.ts';
import { whyNotRefund, worthOf } from './refunding.ts';

const refunded = { status: 201, body: { orderId: 'o1', amount: usd(2000), reason: 'Broken' } };

async function openDialog(more: Routes = {}, order = sampleOrder()) {
  const user = userEvent.setup();
  const shop = openShop({ 'GET /admin/orders/o1': { body: order }, 'POST /admin/orders/o1/refunds': refunded, ...more });
  openAdmin('/orders/o1');
  await user.click(await screen.findByRole('button', { name: 'Refund' }));
  return { user, shop, dialog: within(await screen.findByRole('dialog', { name: 'Refund TP-1001' })) };
}

describe('refunding', () => {
  it('gives back the chosen units and shows what they are worth before', async () => {
    const { user, shop, dialog } = await openDialog();
    const headphones = dialog.getByLabelText('Units of Headphones to refund, 3 left');
    await user.clear(headphones);
    await user.type(headphones, '2');
    await user.type(dialog.getByLabelText('Reason'), 'Broken');
    await user.click(dialog.getByRole('button', { name: 'Refund $20.00' }));

    expect(await screen.findByText('$20.00 refunded')).toBeVisible();
    const [asked] = shop.to('POST /admin/orders/o1/refunds');
    expect(asked?.body).toEqual({ reason: 'Broken', lines: [{ lineId: 'l1', quantity: 2 }] });
    expect(asked?.headers.get('Idempotency-Key')).toMatch(/.{30,}/);
  });

  it('sends the same key again when the same refund is tried again', async () => {
    const { user, shop, dialog } = await openDialog({
      'POST /admin/orders/o1/refunds': { status: 503, body: { code: 'request.unavailable', title: 'Try again' } },
    });
    await user.click(dialog.getByText('An amount'));
    await user.type(dialog.getByLabelText('Amount in USD'), '12.50');
    await user.type(dialog.getByLabelText('Reason'), 'Late');
    await user.click(dialog.getByRole('button', { name: 'Refund $12.50' }));
    await dialog.findByRole('alert');
    await user.click(dialog.getByRole('button', { name: 'Refund $12.50' }));

    const asked = shop.to('POST /admin/orders/o1/refunds');
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
    expect(asked[0]?.body).toEqual({ reason: 'Late', amount: usd(1250) });
  });

  it('gives delivery back once and puts what was shipped on the shelf again', async () => {
    const order = sampleOrder({ status: 'shipped' });
    const { user, shop, dialog } = await openDialog({ 'GET /admin/orders/o1/refunds': { body: { items: [] } } }, order);
    const delivery = await dialog.findByRole('checkbox', { name: /^Delivery, / });
    await user.click(delivery);
    const headphones = dialog.getByLabelText('Units of Headphones to refund, 3 left');
    await user.clear(headphones);
    await user.type(headphones, '1');
    await user.click(dialog.getByRole('checkbox', { name: /Put the units back/ }));
    await user.type(dialog.getByLabelText('Reason'), 'Broken');
    await user.click(dialog.getByRole('button', { name: /^Refund \$/ }));
    await screen.findByText('$20.00 refunded');
    expect(shop.to('POST /admin/orders/o1/refunds')[0]?.body).toEqual({
      reason: 'Broken',
      lines: [{ lineId: 'l1', quantity: 1 }],
      restock: true,
      shipping: true,
    });
  });

  it('offers neither what is gone of delivery nor a shelf for what never left', async () => {
    const refund = { id: 'r1', status: 'succeeded', amount: usd(500), parts: [{ kind: 'shipping', minor: 99999 }] };
    const { user, dialog } = await openDialog({ 'GET /admin/orders/o1/refunds': { body: { items: [refund] } } });
    await user.type(dialog.getByLabelText('Units of Headphones to refund, 3 left'), '1');
    expect(dialog.queryByRole('checkbox')).toBeNull();
  });

  it('shows refunds that failed and tries them again', async () => {
    const failed = {
      id: 'r1', status: 'failed', amount: usd(500), reason: 'Broken', by: 'Ada', provider: 'demo', error: 'closed account', tries: 1,
      at: '2026-11-20T10:00:00Z', parts: [],
    };
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/orders/o1': { body: sampleOrder() },
      'GET /admin/orders/o1/refunds': { body: { items: [failed] } },
      'POST /admin/refunds/r1/retry': { body: { ...failed, status: 'succeeded' } },
    });
    openAdmin('/orders/o1');
    const card = within(await screen.findByRole('region', { name: 'Refunds that failed' }));
    expect(card.getByText(/closed account/)).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('$5.00 refunded')).toBeVisible();
    expect(shop.to('POST /admin/refunds/r1/retry')).toHaveLength(1);
  });

  it('says why it can not', async () => {
    const { user, dialog } = await openDialog();
    expect(dialog.getByRole('button', { name: 'Refund' })).toHaveAccessibleDescription('Choose what is given back.');
    await user.click(dialog.getByText('An amount'));
    await user.type(dialog.getByLabelText('Amount in USD'), '999');
    expect(dialog.getByRole('button', { name: 'Refund $999.00' })).toHaveAccessibleDescription('Only $49.20 is left to refund.');
  });

  it('has nothing to refund on unpaid orders', () => {
    expect(whyNotRefund(sampleOrder({ payment: { status: 'pending' } }))).toBe('No money was taken that could go back.');
    expect(whyNotRefund(sampleOrder({ payment: { status: 'refunded' } }))).not.toBeNull();
  });

  it('cuts a line into parts that add up to what was paid for it', () => {
    const order = sampleOrder({ lines: [{ ...sampleOrder().lines[0]!, lineTotal: usd(1000), tax: usd(71) }] });
    const parts = [0, 1, 2].map((gone) => worthOf({ ...order, lines: [{ ...order.lines[0]!, refunded: gone }] }, { l1: 1 }).minor);
    expect(parts.reduce((sum, part) => sum + part)).toBe(1071);
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
  });
});

describe('the proof of a total', () => {
  it('shows that the order comes to the same again', async () => {
    const user = userEvent.setup();
    const { totals } = sampleOrder();
    openShop({
      'GET /admin/orders/o1': { body: sampleOrder() },
      'GET /admin/orders/o1/pricing': { body: { orderId: 'o1', charged: totals, recomputed: totals, reproduced: true, evidence: {} } },
    });
    openAdmin('/orders/o1');
    await user.click(await screen.findByRole('button', { name: 'Why this total' }));
    expect(await screen.findByText(/\$49\.20, the same to the last unit/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Evidence' })).toHaveAttribute('download');
  });

  it('says so when an order is older than its evidence', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/orders/o1': { body: sampleOrder() } });
    openAdmin('/orders/o1');
    await user.click(await screen.findByRole('button', { name: 'Why this total' }));
    expect(await screen.findByText(/from before the shop kept/)).toBeVisible();
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { listOf, openShop } from '../../test/shop.ts';

const letter = {
  id: 'd1',
  event: 'OrderPlaced',
  subscriber: 'Notifications.SendConfirmation',
  error: 'Connection refused',
  attempts: 8,
  occurredAt: '2026-11-20T10:00:00Z',
  failedAt: '2026-11-20T12:00:00Z',
  payload: { orderId: 'o1' },
};
const waiting = { 'GET /admin/dead-letters': listOf([letter]) };

async function open(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'OrderPlaced' }));
  return within(await screen.findByRole('dialog', { name: 'OrderPlaced' }));
}

describe('a dead letter', () => {
  it('shows its error and payload and can be tried again', async () => {
    const user = userEvent.setup();
    const shop = openShop({ ...waiting, 'POST /admin/dead-letters/d1/retry': { status: 204 } });
    openAdmin('/dead-letters');
    const drawer = await open(user);
    expect(drawer.getByText('Connection refused')).toBeVisible();
    expect(drawer.getByText(/"orderId": "o1"/)).toBeVisible();
    await user.click(drawer.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('OrderPlaced is tried again')).toBeVisible();
    expect(shop.to('POST /admin/dead-letters/d1/retry')).toHaveLength(1);
  });

  it('is discarded only after a question that says what that means', async () => {
    const user = userEvent.setup();
    const shop = openShop({ ...waiting, 'DELETE /admin/dead-letters/d1': { status: 204 } });
    openAdmin('/dead-letters');
    const drawer = await open(user);
    await user.click(drawer.getByRole('button', { name: 'Discard' }));
    const question = within(await screen.findByRole('dialog', { name: 'Discard this event?' }));
    expect(question.getByText(/Notifications.SendConfirmation will never see it/)).toBeVisible();
    expect(shop.to('DELETE /admin/dead-letters/d1')).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Discard it' }));
    expect(await screen.findByText('OrderPlaced is discarded')).toBeVisible();
    expect(shop.to('DELETE /admin/dead-letters/d1')).toHaveLength(1);
  });
});

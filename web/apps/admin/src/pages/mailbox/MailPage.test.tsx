import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin } from '../../test/render.tsx';
import { openShop } from '../../test/shop.ts';

const mail = (over = {}) => ({
  body: {
    id: 'm1',
    to: 'ada@example.com',
    subject: 'Your order',
    kind: 'orderConfirmation',
    status: 'failed',
    createdAt: '2026-11-20T10:00:00Z',
    sentAt: null,
    attempts: 5,
    error: '550 no such mailbox',
    html: '<p>Thank you</p><script>parent.stolen = 1</script>',
    text: 'Thank you in words',
    ...over,
  },
});

describe('a mail', () => {
  it('is shown in a frame that may run nothing', async () => {
    openShop({ 'GET /admin/mails/m1': mail() });
    openAdmin('/mailbox/m1');
    const frame = await screen.findByTitle('Mail: Your order');
    expect(frame).toHaveAttribute('sandbox', '');
    expect(frame).toHaveAttribute('srcdoc', expect.stringContaining('Thank you'));
  });

  it('can be read as plain text', async () => {
    const user = userEvent.setup();
    openShop({ 'GET /admin/mails/m1': mail() });
    openAdmin('/mailbox/m1');
    await user.click(await screen.findByRole('radio', { name: 'Plain text' }));
    expect(screen.getByText('Thank you in words')).toBeVisible();
  });

  it('that failed can be sent again; one that was sent cannot', async () => {
    const user = userEvent.setup();
    const shop = openShop({
      'GET /admin/mails/m1': mail(),
      'POST /admin/mails/m1/retry': { status: 204 },
      'GET /admin/mails/m2': mail({ id: 'm2', status: 'sent' }),
    });
    const { router } = openAdmin('/mailbox/m1');
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    expect(await screen.findByText('The mail is queued again')).toBeVisible();
    expect(shop.to('POST /admin/mails/m1/retry')).toHaveLength(1);
    await router.navigate('/mailbox/m2');
    expect(await screen.findByText('Sent')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  });
});

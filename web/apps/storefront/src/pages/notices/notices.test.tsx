import { screen, within } from '@testing-library/react';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { settings } from '../../testing/samples.ts';
import { keyBytes } from './browser.ts';
import { NotificationsPage } from './NotificationsPage.tsx';
import { UnsubscribePage } from './UnsubscribePage.tsx';

const wish = (group: string, mail: boolean, push = false) => ({ group, mail, sms: false, push, locked: group === 'account' });
const preferences = {
  groups: [wish('orders', true), wish('returns', true), wish('account', true), wish('reminders', true), wish('offers', false)],
  email: 'june@example.com',
  phone: null,
  phoneConfirmed: false,
  browsers: 0,
  pushKey: 'AQID',
  consentWords: 'Tell me about new arrivals.',
};
const choices = (reminders: boolean) => ({
  email: 'j•••@example.com',
  group: 'reminders',
  choices: [
    { group: 'reminders', wanted: reminders },
    { group: 'offers', wanted: false },
  ],
});

describe('what a customer is told', () => {
  it('is chosen by group and channel, and orders keep at least one way', async () => {
    const calls = answerWith({
      'GET /settings': { body: settings },
      'GET /me/notification-preferences': { body: preferences },
      'PUT /me/notification-preferences': { body: preferences },
    });
    const { user } = renderPage(<NotificationsPage />);
    const orders = within(await screen.findByRole('group', { name: 'Your orders' }));
    await user.click(orders.getByRole('checkbox', { name: 'Mail' }));
    expect(screen.getByText('Keep at least one way to be told about your orders.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.click(orders.getByRole('checkbox', { name: 'Text message' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your choices are saved.')).toBeInTheDocument();
    const sent = calls.find((call) => call.method === 'PUT')?.body as { groups: unknown[] };
    expect(sent.groups[0]).toEqual({ group: 'orders', mail: false, sms: true, push: false });
    expect(within(screen.getByRole('group', { name: 'Your account' })).getByRole('checkbox')).toBeDisabled();
  });

  it('has a key that the browser gets as bytes', () => {
    expect([...keyBytes('AQID-_8')]).toEqual([1, 2, 3, 251, 255]);
  });
});

describe('the link to unsubscribe', () => {
  it('ends such mails with one press and offers to choose', async () => {
    const calls = answerWith({
      'GET /settings': { body: settings },
      'POST /unsubscribe/choices': { body: choices(true) },
      'POST /unsubscribe': { body: choices(false) },
    });
    const { user } = renderPage(<UnsubscribePage />, { path: '/unsubscribe', at: '/unsubscribe#token=t' });
    await user.click(await screen.findByRole('button', { name: 'Unsubscribe' }));
    expect(await screen.findByText('You get no more mails: reminders.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'You are unsubscribed' })).toBeInTheDocument();
    expect(calls.at(-1)?.body).toEqual({ token: 't' });
    await user.click(screen.getByRole('checkbox', { name: /New arrivals/ }));
    await user.click(screen.getByRole('button', { name: 'Save choices' }));
    expect(calls.at(-1)?.body).toEqual({ token: 't', groups: ['offers'] });
  });

  it('says what to do when it is not complete', async () => {
    answerWith({ 'GET /settings': { body: settings } });
    renderPage(<UnsubscribePage />, { path: '/unsubscribe', at: '/unsubscribe' });
    expect(await screen.findByRole('heading', { name: 'This link is not complete' })).toBeInTheDocument();
  });
});

import { accessToken, endSession } from '@tradepost/api';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAdmin, openAnonymous, openApp, signInAs } from '../test/render.tsx';
import { listOf, openShop } from '../test/shop.ts';

const user = (roles: string[]) => ({
  id: 'u1',
  email: 'robin@tradepost.test',
  firstName: 'Robin',
  lastName: 'Vale',
  roles,
  emailConfirmed: true,
});
const tokens = (...roles: string[]) => ({ body: { accessToken: 'fresh', expiresIn: 600, user: user(roles) } });

async function enter(password: string) {
  const actor = userEvent.setup();
  await actor.type(await screen.findByLabelText('E-mail'), 'robin@tradepost.test');
  await actor.type(screen.getByLabelText('Password'), password);
  await actor.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the door', () => {
  it('sends who is not signed in to the sign-in page, and afterwards where they wanted to go', async () => {
    const shop = openShop({ 'POST /auth/login': tokens('admin'), 'GET /admin/orders': listOf([]) });
    const app = openAnonymous('/orders?status=processing');
    await waitFor(() => expect(app.at()).toBe('/sign-in?next=%2Forders%3Fstatus%3Dprocessing'));
    expect(shop.asked.filter(({ path }) => path.startsWith('/admin'))).toEqual([]);

    await enter('correct horse');
    await waitFor(() => expect(app.at()).toBe('/orders?status=processing'));
    const [login] = shop.to('POST /auth/login');
    expect(login?.body).toEqual({ email: 'robin@tradepost.test', password: 'correct horse' });
    expect(login?.headers.get('X-Client')).toBe('browser');
  });

  it('keeps customers out with a clear page, and asks the shop for nothing', async () => {
    const shop = openShop({});
    signInAs('customer');
    openApp('/orders');
    expect(await screen.findByRole('heading', { name: 'This account has no access' })).toBeVisible();
    expect(screen.getByText('robin@tradepost.test')).toBeVisible();
    expect(shop.asked).toEqual([]);
  });

  it('says that the password is wrong and keeps the address', async () => {
    openShop({ 'POST /auth/login': { status: 401, body: { code: 'auth.invalid_credentials' } } });
    openAnonymous('/sign-in');
    await enter('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is not right.');
    expect(screen.getByLabelText('E-mail')).toHaveValue('robin@tradepost.test');
  });

  it('never leads out of the admin', async () => {
    openShop({});
    signInAs('admin');
    const app = openApp('/sign-in?next=//evil.example');
    await waitFor(() => expect(app.at()).toBe('/'));
  });
});

describe('a session', () => {
  it('renews itself once when the access token has run out', async () => {
    const shop = openShop({
      'POST /auth/refresh': tokens('admin'),
      'GET /admin/mails': ({ headers }) =>
        headers.get('Authorization') === 'Bearer fresh' ? listOf([]) : { status: 401, body: { code: 'auth.unauthenticated' } },
    });
    openAdmin('/mailbox');
    expect(await screen.findByText('No mail yet')).toBeVisible();
    expect(shop.to('POST /auth/refresh')).toHaveLength(1);
  });

  it('ends at the sign-in page when it cannot be renewed', async () => {
    const refused = { status: 401, body: { code: 'auth.unauthenticated' } };
    openShop({ 'POST /auth/refresh': refused, 'GET /admin/mails': refused });
    const app = openAdmin('/mailbox');
    await waitFor(() => expect(app.at()).toBe('/sign-in?next=%2Fmailbox'));
  });

  it('is over at once on signing out, even when the shop does not answer', async () => {
    const actor = userEvent.setup();
    openShop({ 'POST /auth/logout': { status: 503, body: { code: 'server.unavailable' } } });
    const app = openAdmin('/nowhere');
    await actor.click(await screen.findByRole('button', { name: 'Account: Robin Vale' }));
    await actor.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(app.at()).toContain('/sign-in'));
    expect(accessToken()).toBeNull();
  });

  afterEach(endSession);
});

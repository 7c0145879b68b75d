import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { order, settings } from '../../testing/samples.ts';
import { BuyAgain, noticeWords } from './BuyAgain.tsx';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const notice = { variantId: 'v1', name: 'Lamp', wanted: 3, added: 2, was: usd(1000), now: usd(1200) };

describe('buying again', () => {
  it('says what changed before anybody pays', async () => {
    const cart = {
      id: 'c1',
      currency: 'USD',
      lines: [],
      promotions: [],
      totals: { subtotal: usd(0), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(0) },
      trace: [],
    };
    answerWith({
      'GET /settings': { body: settings },
      'POST /carts': { body: cart },
      'GET /carts/c1': { body: cart },
      'POST /orders/o1/reorder': { body: { cartId: 'c1', units: 2, notices: [{ ...notice, reason: 'fewer' }] } },
    });
    renderPage(<BuyAgain order={order} />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Buy again' }));
    expect(await screen.findByText('Of Lamp there are 2 instead of 3.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Look at the cart' })).toBeInTheDocument();
  });

  it.each([
    ['gone', 'Lamp is not to be had any more.'],
    ['dearer', 'Lamp now costs $12.00 instead of $10.00.'],
    ['cheaper', 'Lamp is cheaper now: $12.00 instead of $10.00.'],
  ] as const)('has words for %s', (reason, words) => {
    expect(noticeWords({ ...notice, reason })).toBe(words);
  });
});

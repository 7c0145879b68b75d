import type { Offer } from '@tradepost/api';
import { act, screen } from '@testing-library/react';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { leftWords, nextTick, running, shopTime } from './offers.ts';
import { LeadOffer, MoreOffers } from './ProductOffers.tsx';

const now = Date.parse('2026-11-25T12:00:00Z');
const offer = (id: string, endsIn: number | null, over: Partial<Offer> = {}): Offer => ({
  id,
  name: id,
  badge: null,
  benefit: { type: 'percent', percent: '20', target: 'lines' },
  conditions: [],
  endsAt: endsIn === null ? null : new Date(now + endsIn * 1000).toISOString(),
  showCountdown: true,
  ...over,
});

describe('the time of offers', () => {
  it('is the shop’s, whatever the reader’s calendar says', () => {
    expect(shopTime({ now: '2026-11-25T12:00:00Z', offers: [], readAt: 5000 }, 8000)).toBe(now + 3000);
  });

  it('ends an offer at its very instant and shows the one that ends first in front', () => {
    const all = [offer('endless', null), offer('long', 90), offer('short', 1), offer('over', 0)];
    expect(running(all, now).map(({ id }) => id)).toEqual(['short', 'long', 'endless']);
    expect(running(all, now + 1000).map(({ id }) => id)).toEqual(['long', 'endless']);
  });

  it.each([
    [86_400 * 2 + 3 * 3600, '2 d 3 h'],
    [86_400, '1 d'],
    [3 * 3600 + 725, '3:12:05'],
    [65, '01:05'],
    [0.2, '00:01'],
    [-5, '00:00'],
  ])('%d seconds are %s', (seconds, words) => expect(leftWords(new Date(now + seconds * 1000).toISOString(), now)).toBe(words));

  it('is looked at again when something must change, and not at all without an end', () => {
    expect(nextTick([offer('endless', null)], now)).toBeNull();
    expect(nextTick([offer('soon', 30.4)], now)).toBe(400);
    expect(nextTick([offer('far', 200_000)], now)).toBe(60_000);
    expect(nextTick([offer('a day and ten seconds', 86_410)], now)).toBe(10_000);
  });
});

describe('offers on the page', () => {
  it('say what they give and take, count down, and go by themselves', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const first = offer('first', 2, { badge: 'Autumn', conditions: [{ type: 'minQuantity', quantity: 2 }] });
    const second = offer('second', null, { benefit: { type: 'freeShipping' } });
    answerWith({ 'GET /products/p1/offers': { body: { now: new Date(now).toISOString(), offers: [second, first] } } });
    renderPage(<><LeadOffer productId="p1" /><MoreOffers productId="p1" /></>);
    expect(await screen.findByText('Autumn')).toBeVisible();
    expect(screen.getByText('20 % off these products from 2 units in all')).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent(/Ends in 00:0[12]/);
    expect(screen.getByRole('heading', { name: 'Also on offer' })).toBeVisible();
    for (let tick = 0; tick < 6; tick++) await act(() => vi.advanceTimersByTimeAsync(500));
    expect(screen.queryByText('Autumn')).toBeNull();
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByText('Free shipping')).toBeVisible();
    vi.useRealTimers();
  });

  it('are silent when there are none, or the shop does not answer', async () => {
    answerWith({});
    renderPage(<LeadOffer productId="p1" />);
    await act(() => Promise.resolve());
    expect(screen.queryByText('Offer')).toBeNull();
  });
});

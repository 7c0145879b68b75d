import { benefitWords, conditionWords, promotionReason, promotionReasonWords } from './promotions.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('words for promotions', () => {
  it.each([
    [{ type: 'percent', percent: '20', target: 'lines' }, '20 % off these products'],
    [{ type: 'percent', percent: '10', cap: usd(2000) }, '10 % off your order, up to $20.00'],
    [{ type: 'fixed', amount: usd(500), target: 'eachUnit' }, '$5.00 off each unit'],
    [{ type: 'buyXGetY', buy: 2, get: 1, percentOff: '100' }, 'Buy 2, get 1 free'],
    [{ type: 'buyXGetY', buy: 1, get: 1, percentOff: '50' }, 'Buy 1, get 1 50 % off'],
    [{ type: 'quantityGroup', size: 3, amountEach: usd(100) }, '$1.00 off each in every 3'],
    [
      { type: 'tiers', tiers: [{ minQuantity: 5, percent: '5' }, { minQuantity: 10, unitPrice: usd(900) }] },
      '5 % off from 5, $9.00 each from 10',
    ],
    [{ type: 'freeShipping' }, 'Free shipping'],
  ])('says what %o gives', (benefit, words) => expect(benefitWords(benefit)).toBe(words));

  it.each([
    [{ type: 'minSubtotal', amount: usd(5000) }, 'on orders of $50.00 or more'],
    [{ type: 'minLineQuantity', quantity: 1 }, 'from 1 unit of one product'],
    [{ type: 'minQuantity', quantity: 4 }, 'from 4 units in all'],
    [{ type: 'customerGroup' }, 'for certain customers'],
    [{ type: 'country', any: ['US', 'CA'] }, 'delivered to US, CA'],
    [{ type: 'firstOrder' }, 'on a first order'],
    [{ type: 'paymentMethod', any: ['card'] }, 'paid by card'],
    [{ type: 'brands', any: ['Aria'] }, 'on brands Aria'],
  ])('says what %o takes', (condition, words) => expect(conditionWords(condition)).toBe(words));

  it('says why not, in a sentence, also for reasons of tomorrow', () => {
    for (const words of Object.values(promotionReasonWords)) expect(words).toMatch(/^[A-Z].{8,}\.$/);
    expect(promotionReason('moonPhase')).toBe('It cannot be used on this cart.');
    expect(promotionReason('ended')).toBe('It has ended.');
  });
});

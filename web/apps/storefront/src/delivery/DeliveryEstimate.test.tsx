import { screen } from '@testing-library/react';
import { answerWith, renderPage } from '../testing/render.tsx';
import { settings, usd } from '../testing/samples.ts';
import { DeliveryEstimate } from './DeliveryEstimate.tsx';
import { likelyCountry, placeName, rememberedPlace } from './place.ts';

const route = 'GET /products/p1/delivery-estimate';
const option = { id: 'std', name: 'Standard', price: usd(590), estimatedDays: { min: 3, max: 5 },
  estimatedDelivery: { from: '2026-11-30', to: '2026-12-02' } };
const open = () => renderPage(<DeliveryEstimate productId="p1" variantId="v1" />, { path: '/p/:slug', at: '/p/pebble' });

describe('a delivery estimate', () => {
  it('asks for the place once, shows options with days and prices, and remembers it', async () => {
    const calls = answerWith({ 'GET /settings': { body: settings }, [route]: { body: { options: [option], problem: null } } });
    const { user } = open();
    await user.type(await screen.findByLabelText('Postal code'), '97201');
    await user.click(screen.getByRole('button', { name: 'See delivery' }));
    expect(await screen.findByText('Mon, Nov 30 – Wed, Dec 2')).toBeVisible();
    expect(screen.getByText('$5.90')).toBeVisible();
    expect(screen.getByText('97201, United States')).toBeVisible();
    expect(calls.at(-1)?.url.search).toBe('?country=US&postalCode=97201&variantId=v1');
    expect(rememberedPlace()).toEqual({ country: 'US', state: '', postalCode: '97201' });
  });

  it('begins with the remembered place, and says why nobody goes there', async () => {
    localStorage.setItem('tradepost.place', JSON.stringify({ country: 'IE', state: '', postalCode: '' }));
    const problem = { reason: 'tooHeavy', message: 'This weighs 40 kg; the most we can send to this address is 30 kg.' };
    answerWith({ 'GET /settings': { body: settings }, [route]: { body: { options: [], problem } } });
    const { user } = open();
    expect(await screen.findByText('Too heavy to send there')).toBeVisible();
    expect(screen.getByText(/the most we can send/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    expect(screen.getByLabelText('Country')).toHaveValue('IE');
  });

  it('keeps a code the shop does not know in its field, with what is wrong', async () => {
    answerWith({
      'GET /settings': { body: settings },
      [route]: { status: 400, body: { code: 'request.invalid', errors: { postalCode: ['is not a postal code of this country'] } } },
    });
    const { user } = open();
    await user.type(await screen.findByLabelText('Postal code'), 'abc');
    await user.click(screen.getByRole('button', { name: 'See delivery' }));
    expect(await screen.findByText('is not a postal code of this country')).toBeVisible();
    expect(screen.getByLabelText('Postal code')).toHaveValue('abc');
  });
});

describe('a place', () => {
  it('begins in the country of the reader’s language, if the shop knows it', () => {
    expect(likelyCountry(settings.countries, ['de', 'en-IE'])).toBe('IE');
    expect(likelyCountry(settings.countries, ['fr-FR'])).toBe('US');
  });

  it('is named by its code and country', () => {
    expect(placeName({ country: 'US', state: 'OR', postalCode: '' }, settings.countries)).toBe('OR, United States');
    localStorage.setItem('tradepost.place', '"junk"');
    expect(rememberedPlace()).toBeNull();
  });
});

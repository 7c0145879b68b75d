import type { Settings } from '@tradepost/api';
import { shop, usd } from './catalogue.ts';

const states = [
  ['CA', 'California'],
  ['NY', 'New York'],
  ['OR', 'Oregon'],
  ['TX', 'Texas'],
  ['WA', 'Washington'],
].map(([code = '', name = '']) => ({ code, name }));

export const settings: Settings = {
  shopName: shop.shopName,
  currency: shop.currency,
  pricesIncludeTax: false,
  freeShippingOver: usd(shop.freeShippingOverMinor),
  hero: shop.hero,
  countries: [
    { code: 'US', name: 'United States', postalCodeRequired: true, stateRequired: true, states },
    { code: 'GB', name: 'United Kingdom', postalCodeRequired: true, stateRequired: false, states: [] },
    { code: 'IE', name: 'Ireland', postalCodeRequired: false, stateRequired: false, states: [] },
    { code: 'DE', name: 'Germany', postalCodeRequired: true, stateRequired: false, states: [] },
  ],
  gateway: {
    provider: 'demo',
    testCards: [
      { number: '4242424242424242', label: 'Succeeds' },
      { number: '4000000000000002', label: 'Declined' },
      { number: '4000000000009995', label: 'Not enough funds' },
      { number: '4000000000003220', label: 'Asks for a challenge' },
      { number: '4000000000000259', label: 'Succeeds, the answer gets lost' },
    ],
  },
};

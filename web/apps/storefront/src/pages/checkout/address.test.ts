import type { Country } from '@tradepost/api';
import { addressWords, checkAddress, homeCountry, noAddress, stateLabelOf, toAddress, withCountry } from './address.ts';
import { checkCardNumber, checkEmail, groupCardNumber } from './contact.ts';

const countries: Country[] = [
  { code: 'US', name: 'United States', postalCodeRequired: true, stateRequired: true, states: [{ code: 'OR', name: 'Oregon' }] },
  { code: 'GB', name: 'United Kingdom', postalCodeRequired: true, stateRequired: false, states: [] },
  { code: 'IE', name: 'Ireland', postalCodeRequired: false, stateRequired: false, states: [] },
];
const good = {
  ...noAddress,
  name: 'Ada Moore',
  line1: '1 Main St',
  city: 'Portland',
  state: 'OR',
  postalCode: '97201',
  country: 'US',
};

describe('checkAddress', () => {
  it('lets a good address pass', () => {
    expect(checkAddress(good, countries)).toEqual({});
    expect(checkAddress({ ...good, state: '', country: 'GB', postalCode: 'sw1a 1aa' }, countries)).toEqual({});
  });

  it('names each empty field that must be filled', () => {
    expect(Object.keys(checkAddress({ ...noAddress, country: 'US' }, countries))).toEqual([
      'name',
      'line1',
      'city',
      'postalCode',
      'state',
    ]);
    expect(checkAddress(noAddress, countries).country).toBe('Choose a country.');
  });

  it('asks for state and postal code only where a country has them', () => {
    const irish = { ...good, country: 'IE', state: '', postalCode: '' };
    expect(checkAddress(irish, countries)).toEqual({});
    expect(Object.keys(checkAddress({ ...irish, country: 'GB' }, countries))).toEqual(['postalCode']);
  });

  it.each([
    ['US', '9720'],
    ['US', '97201-12'],
    ['GB', '12345'],
  ])('catches a slip in a postal code: %s %s', (country, postalCode) => {
    expect(checkAddress({ ...good, country, postalCode }, countries).postalCode).toMatch(/like/);
  });

  it('takes spaces for nothing', () => {
    expect(checkAddress({ ...good, line1: '   ' }, countries).line1).toBeDefined();
  });
});

describe('the country to start with', () => {
  it('is the first that the languages of the reader name', () => {
    expect(homeCountry(countries, ['en', 'en-IE', 'en-US'])).toBe('IE');
    expect(homeCountry(countries, ['tr-TR'])).toBe('');
    expect(homeCountry(countries.slice(0, 1), [])).toBe('US');
  });
});

describe('changing the country', () => {
  it('drops a state that is not there, and keeps one that is', () => {
    expect(withCountry(good, 'GB', countries).state).toBe('');
    expect(withCountry(good, 'US', countries).state).toBe('OR');
    expect(stateLabelOf('CA')).toBe('Province');
  });
});

describe('what is sent', () => {
  it('is trimmed, and says nothing about empty optional fields', () => {
    expect(toAddress({ ...good, name: ' Ada ', line2: ' ' })).toEqual({
      name: 'Ada',
      line1: '1 Main St',
      line2: undefined,
      city: 'Portland',
      state: 'OR',
      postalCode: '97201',
      country: 'US',
    });
  });

  it('reads as one line', () => {
    expect(addressWords(toAddress(good), countries)).toBe('1 Main St, Portland, OR 97201, United States');
  });
});

describe('contact and card', () => {
  it.each([
    ['ada@example.org', true],
    ['a.b+c@d.co.uk', true],
    ['', false],
    ['ada', false],
    ['a@b', false],
    ['a b@c.de', false],
    ['a@@b.de', false],
  ])('%s', (email, fine) => {
    expect(checkEmail(email) === undefined).toBe(fine);
  });

  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4000000000000002',
    '4000000000003220',
    '4000000000000259',
    '4000000000009995',
    '378282246310005',
  ])('takes the card number %s', (number) => {
    expect(checkCardNumber(number)).toBeUndefined();
  });

  it.each(['', '4242', '4242424242424241', 'abcd efgh ijkl'])('refuses the card number "%s"', (number) => {
    expect(checkCardNumber(number)).toBeDefined();
  });

  it('groups digits while typing', () => {
    expect(groupCardNumber('42424242x4')).toBe('4242 4242 4');
  });
});

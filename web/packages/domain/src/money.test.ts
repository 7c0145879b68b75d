import { formatMoney, negated, parseMoney, percentOff, scaleOf, sumOf, times, toDecimal } from './money.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('scales', () => {
  it('follows ISO 4217 for currencies without and with three decimals', () => {
    expect([scaleOf('USD'), scaleOf('JPY'), scaleOf('KWD'), scaleOf('kwd'), scaleOf('HUF')]).toEqual([2, 0, 3, 3, 2]);
  });
});

describe('toDecimal', () => {
  it.each([
    [0, 'USD', '0.00'],
    [5, 'USD', '0.05'],
    [1999, 'USD', '19.99'],
    [-5, 'USD', '-0.05'],
    [1299, 'JPY', '1299'],
    [1, 'KWD', '0.001'],
    [-1299, 'KWD', '-1.299'],
    [9007199254740991, 'USD', '90071992547409.91'],
  ])('%i %s is %s', (minor, currency, text) => {
    expect(toDecimal({ minor, currency })).toBe(text);
  });
});

describe('formatMoney', () => {
  it('shows the scale of the currency', () => {
    expect(formatMoney(usd(129900))).toBe('$1,299.00');
    expect(formatMoney({ minor: 1299, currency: 'JPY' })).toBe('¥1,299');
    expect(formatMoney({ minor: 1299, currency: 'KWD' }).replace(/\s/g, ' ')).toBe('KWD 1.299');
  });

  it('keeps every digit of amounts that a float would round', () => {
    expect(formatMoney(usd(9007199254740991))).toBe('$90,071,992,547,409.91');
  });

  it('shows what is taken off with a minus sign', () => {
    expect(formatMoney(negated(usd(500)))).toBe('-$5.00');
    expect(Object.is(negated(usd(0)).minor, 0)).toBe(true);
  });
});

describe('parseMoney', () => {
  it.each([
    ['19.99', 'USD', 1999],
    ['1,299.5', 'USD', 129950],
    [' 7 ', 'USD', 700],
    ['7.', 'USD', 700],
    ['5.000', 'USD', 500],
    ['1299', 'JPY', 1299],
    ['1.299', 'KWD', 1299],
    ['-3.10', 'USD', -310],
    ['-0', 'USD', 0],
  ])('reads %s %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
  });

  it.each([
    ['', 'USD'],
    ['abc', 'USD'],
    ['1.999', 'USD'],
    ['1.5', 'JPY'],
    ['1e3', 'USD'],
    ['99999999999999999', 'USD'],
  ])('refuses "%s" %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it('reads back whatever toDecimal wrote', () => {
    for (const currency of ['USD', 'JPY', 'KWD', 'CLF']) {
      for (const minor of [0, 1, 9, 10, 99, 100, 101, 12345, 999999, -1, -250]) {
        expect(parseMoney(toDecimal({ minor, currency }), currency)).toEqual({ minor, currency });
      }
    }
  });
});

describe('sums', () => {
  it('multiplies whole units', () => {
    expect(times(usd(1999), 3)).toEqual(usd(5997));
  });

  it('rounds the saving down and shows none that is not there', () => {
    expect(percentOff(usd(8001), usd(9999))).toBe(19);
    expect(percentOff(usd(100), usd(100))).toBe(0);
    expect(percentOff(usd(100), null)).toBe(0);
    expect(percentOff(usd(100), { minor: 200, currency: 'EUR' })).toBe(0);
  });

  it('adds amounts up, nothing at all to zero', () => {
    expect(sumOf([usd(1999), usd(-500), usd(1)], 'USD')).toEqual(usd(1500));
    expect(sumOf([], 'JPY')).toEqual({ minor: 0, currency: 'JPY' });
  });
});

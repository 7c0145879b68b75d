/** Money as the shop speaks it: whole minor units and an ISO 4217 code. */
export interface Money {
  minor: number;
  currency: string;
}

// ISO 4217 scales other than two. Browsers follow CLDR, which differs for a few currencies, so the list is ours.
const scales: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

export function scaleOf(currency: string): number {
  return scales[currency.toUpperCase()] ?? 2;
}

/** The amount as a plain decimal text: 1999 USD is "19.99". Digits only move, nothing is divided. */
export function toDecimal(money: Money): string {
  const scale = scaleOf(money.currency);
  const sign = money.minor < 0 ? '-' : '';
  const digits = String(Math.abs(money.minor)).padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Reads what a person typed ("19.99", "1,299.5") into minor units; null when it is no amount in that currency. */
export function parseMoney(text: string, currency: string): Money | null {
  const scale = scaleOf(currency);
  const cleaned = text.trim().replace(/[\s,']/g, '');
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(cleaned);
  if (!match) return null;
  const fraction = match[3] ?? '';
  if (fraction.length > scale && /[1-9]/.test(fraction.slice(scale))) return null;
  const minor = Number(`${match[2]}${fraction.slice(0, scale).padEnd(scale, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: match[1] && minor !== 0 ? -minor : minor, currency };
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale}/${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const scale = scaleOf(currency);
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: scale,
      maximumFractionDigits: scale,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** For the eye: "$1,299.00", "¥1,299", "KWD 1.299". The decimal text goes in whole, so no float rounds it. */
export function formatMoney(money: Money, locale = 'en-US'): string {
  return formatterFor(money.currency, locale).format(toDecimal(money) as Intl.StringNumericLiteral);
}

export function isZero(money: Money): boolean {
  return money.minor === 0;
}

export function times(money: Money, quantity: number): Money {
  return { minor: money.minor * quantity, currency: money.currency };
}

/** All of them together; they share a currency. */
export function sumOf(amounts: Money[], currency: string): Money {
  return { minor: amounts.reduce((sum, money) => sum + money.minor, 0), currency };
}

export function negated(money: Money): Money {
  return { minor: money.minor === 0 ? 0 : -money.minor, currency: money.currency };
}

/** Whole percent saved against the earlier price, rounded down so that the shop never promises more than it gives. */
export function percentOff(price: Money, was: Money | null | undefined): number {
  if (!was || was.currency !== price.currency || was.minor <= price.minor || was.minor <= 0) return 0;
  return Math.floor(((was.minor - price.minor) * 100) / was.minor);
}

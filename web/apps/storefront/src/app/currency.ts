import { readStored, store } from '../lib/storage.ts';

const key = 'tradepost.currency';

/**
 * The currency the shopper chose; undefined: the shop's own. It is kept in this browser and sent with each question about prices, so that
 * answers stay the same for everybody who asks in one currency and can be remembered for all of them.
 */
export function chosenCurrency(): string | undefined {
  const code = readStored<string | null>(key, null);
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** Every price on the page becomes another one, so the page begins anew. */
export function chooseCurrency(code: string | undefined, reload = () => window.location.reload()): void {
  if (code === chosenCurrency()) return;
  store(key, code ?? null);
  reload();
}

/** "Euro (EUR)": the name as the reader knows it, the code as prices show it. */
export function currencyName(code: string): string {
  const name = new Intl.DisplayNames('en-US', { type: 'currency' }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}

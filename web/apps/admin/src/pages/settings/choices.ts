interface Choice {
  value: string;
  label: string;
}

/** The world's currencies by code and name, as the browser knows them. */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames('en-US', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

/** The world's time zones; the one set now is among them, whatever the browser knows. */
export function zoneChoices(current: string): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])];
}

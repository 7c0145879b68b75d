/** Browser storage that never throws: blocked or full storage means that nothing is remembered, not that a page breaks. */
export function readStored<T>(key: string, fallback: T, area: 'local' | 'session' = 'local'): T {
  try {
    const text = storage(area).getItem(key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function store(key: string, value: unknown, area: 'local' | 'session' = 'local'): void {
  try {
    if (value === null || value === undefined) storage(area).removeItem(key);
    else storage(area).setItem(key, JSON.stringify(value));
  } catch {
    // See above.
  }
}

function storage(area: 'local' | 'session'): Storage {
  return area === 'local' ? globalThis.localStorage : globalThis.sessionStorage;
}

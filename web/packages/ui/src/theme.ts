export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'tradepost.theme';

/** What the reader chose earlier; the page's theme.js applies the same key before the first paint. */
export function themeChoice(): ThemeChoice {
  try {
    const stored = globalThis.localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  const root = globalThis.document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
  try {
    if (choice === 'system') globalThis.localStorage.removeItem(key);
    else globalThis.localStorage.setItem(key, choice);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
}

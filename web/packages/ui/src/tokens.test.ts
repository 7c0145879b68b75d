import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(start: string): Record<string, string> {
  const from = css.indexOf(start);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return Object.fromEntries([...body.matchAll(/(--tp-[\w-]+|color-scheme):\s*([^;]+);/g)].map((match) => [match[1], match[2]]));
}

const light = block(':root {');
const dark = block(":root[data-theme='dark'] {");

function luminance(hex: string): number {
  const channels = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((hi ?? 0) + 0.05) / ((lo ?? 0) + 0.05);
}

const onEverySurface = ['ink', 'ink-2', 'ink-3', 'accent', 'success', 'warn', 'danger', 'sale'];
const pairs: [string, string][] = [
  ...onEverySurface.flatMap((text) => ['bg', 'surface', 'sunken', 'raised'].map((back): [string, string] => [text, back])),
  ['on-accent', 'accent'],
  ['on-sale', 'sale'],
  ['on-accent', 'accent-hover'],
  ['accent', 'accent-soft'],
  ['success', 'success-soft'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['ink', 'accent-soft'],
];

describe('tokens', () => {
  it('has the same dark values for the system and for the choice by hand', () => {
    expect(dark).toEqual(block(":root:not([data-theme='light'])"));
    expect(Object.keys(dark).length).toBeGreaterThan(20);
  });

  it.each(pairs)('%s can be read on %s in both themes', (text, back) => {
    for (const theme of [light, dark]) {
      expect(contrast(theme[`--tp-${text}`] ?? '', theme[`--tp-${back}`] ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('draws the edges of controls strongly enough', () => {
    for (const theme of [light, dark]) {
      expect(contrast(theme['--tp-line-strong'] ?? '', theme['--tp-bg'] ?? '')).toBeGreaterThanOrEqual(3);
    }
  });
});

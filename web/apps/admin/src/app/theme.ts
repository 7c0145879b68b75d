import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineColorSchemeManager,
} from '@mantine/core';
import { chooseTheme, themeChoice } from '@tradepost/ui';

// Mantine wants ten shades; what is drawn comes from the tokens below. These only serve where a shade is asked for by number.
const accent: MantineColorsTuple = [
  '#e3f1ee',
  '#c9e4de',
  '#9bcdc3',
  '#6bb3a6',
  '#3f978a',
  '#1d7c6f',
  '#0b6156',
  '#084c43',
  '#063a33',
  '#042823',
];

// A dialog's head is no banner of the page.
const quietHead = { header: { role: 'presentation' } };

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent },
  fontFamily: 'var(--tp-font)',
  fontFamilyMonospace: 'var(--tp-mono)',
  headings: { fontFamily: 'var(--tp-font)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: 'var(--tp-radius-s)', md: 'var(--tp-radius)', lg: '12px', xl: 'var(--tp-radius-l)' },
  shadows: { sm: 'var(--tp-shadow-1)', md: 'var(--tp-shadow-2)', lg: 'var(--tp-shadow-3)', xl: 'var(--tp-shadow-3)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    if (input.variant === 'filled' && (input.color ?? 'accent') === 'accent') return { ...resolved, color: 'var(--tp-on-accent)' };
    return resolved;
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' }, attributes: quietHead } },
    Drawer: { defaultProps: { position: 'right', closeButtonProps: { 'aria-label': 'Close' }, attributes: quietHead } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
  },
});

// Components reach for these greys by number: fields, borders, chosen rows.
const lightGreys = {
  '--mantine-color-gray-0': 'var(--tp-sunken)',
  '--mantine-color-gray-1': 'var(--tp-sunken)',
  '--mantine-color-gray-2': 'var(--admin-chosen)',
  '--mantine-color-gray-3': 'var(--tp-line)',
  '--mantine-color-gray-4': 'var(--admin-line-control)',
};
const darkGreys = {
  '--mantine-color-dark-6': 'var(--tp-sunken)',
  '--mantine-color-dark-5': 'var(--admin-chosen)',
  '--mantine-color-dark-4': 'var(--admin-line-control)',
  '--mantine-color-dark-3': 'var(--tp-ink-3)',
};

/** Hands the shop's tokens to Mantine, so that both apps change together. */
export const tokenResolver: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--tp-surface)',
    '--mantine-color-text': 'var(--tp-ink)',
    '--mantine-color-dimmed': 'var(--tp-ink-2)',
    '--mantine-color-placeholder': 'var(--tp-ink-3)',
    '--mantine-color-anchor': 'var(--tp-accent)',
    '--mantine-color-default': 'var(--tp-surface)',
    '--mantine-color-default-hover': 'var(--admin-hover)',
    '--mantine-color-default-color': 'var(--tp-ink)',
    '--mantine-color-default-border': 'var(--admin-line-control)',
    '--mantine-color-disabled': 'var(--tp-sunken)',
    '--mantine-color-disabled-color': 'var(--tp-ink-3)',
    '--mantine-color-disabled-border': 'var(--tp-line)',
    '--mantine-color-error': 'var(--tp-danger)',
    '--mantine-color-accent-filled': 'var(--tp-accent)',
    '--mantine-color-accent-filled-hover': 'var(--tp-accent-hover)',
    '--mantine-color-accent-light': 'var(--tp-accent-soft)',
    '--mantine-color-accent-light-hover': 'var(--tp-accent-soft)',
    '--mantine-color-accent-light-color': 'var(--tp-accent)',
    '--mantine-color-accent-outline': 'var(--tp-accent)',
    '--mantine-color-accent-text': 'var(--tp-accent)',
    '--mantine-primary-color-contrast': 'var(--tp-on-accent)',
    '--mantine-color-red-filled': 'var(--admin-danger-solid)',
    '--mantine-color-red-filled-hover': 'var(--admin-danger-solid-hover)',
    '--mantine-color-yellow-light': 'var(--tp-warn-soft)',
    '--mantine-color-yellow-light-color': 'var(--tp-warn)',
    '--mantine-color-red-light': 'var(--tp-danger-soft)',
    '--mantine-color-red-light-hover': 'var(--tp-danger-soft)',
    '--mantine-color-red-light-color': 'var(--tp-danger)',
  };
  return { variables: {}, light: { ...tokens, ...lightGreys }, dark: { ...tokens, ...darkGreys } };
};

/** Light, dark or the system's wish: kept where the storefront keeps it, so the choice holds in both. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => {
    const choice = themeChoice();
    return choice === 'system' ? 'auto' : choice;
  },
  set: (value) => chooseTheme(value === 'auto' ? 'system' : value),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => chooseTheme('system'),
};

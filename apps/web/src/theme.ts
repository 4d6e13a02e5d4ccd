import { createTheme, type CSSVariablesResolver, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

/**
 * The colours of the law report: [light, dark]. Components name them as CSS variables and never hold a colour of their own.
 * `light-dark()` follows `color-scheme`, so the right ground stands there before any script runs, and without one.
 */
const colours: Readonly<Record<string, readonly [string, string]>> = {
  paper: ['#ffffff', '#141918'], rail: ['#f4f5f1', '#0f1312'], sunk: ['#f8f8f5', '#191f1e'], raised: ['#ffffff', '#1d2423'],
  ink: ['#182022', '#ecefea'], ink2: ['#46524f', '#b9c3bf'], ink3: ['#5e6a67', '#98a49f'],
  line: ['#dde0da', '#2b3432'], line2: ['#c6cbc4', '#3d4846'], control: ['#7f8984', '#76827e'],
  brand: ['#0e4f4c', '#8ad6cb'], 'on-brand': ['#ffffff', '#0b1f1d'], tint: ['#e3edea', '#1b302d'], link: ['#0b5e5a', '#86d3c9'],
  rights: ['#1e568f', '#8fbff2'], 'rights-tint': ['#e2ecf7', '#1b2c40'],
  state: ['#8a4b00', '#ebb06a'], 'state-tint': ['#f8ebd7', '#39290f'],
  none: ['#5b6663', '#a3aeaa'], 'none-tint': ['#eceeea', '#262e2c'],
  alarm: ['#a11d3a', '#ff8fa3'], 'alarm-tint': ['#fbe9ec', '#3a1820'],
  'share-0': ['#182022', '#ecefea'], 'share-1': ['#33413f', '#c3ccc8'], 'share-2': ['#56645f', '#8e9a96'],
  'share-3': ['#dce3de', '#35413e'], 'share-4': ['#eaefeb', '#29322f'], 'share-5': ['#ffffff', '#141918'],
  mark: ['#fff3c4', '#4a3f12'], veil: ['rgb(24 32 34 / 38%)', 'rgb(0 0 0 / 60%)'], shadow: ['rgb(24 32 34 / 30%)', 'rgb(0 0 0 / 60%)'],
};

const tokens = Object.fromEntries(Object.entries(colours).map(([name, [light, dark]]) => [`--${name}`, `light-dark(${light}, ${dark})`]));
/** What Mantine's own parts read, said in our words. */
const inMantine = {
  '--mantine-color-body': 'var(--paper)', '--mantine-color-text': 'var(--ink)', '--mantine-color-dimmed': 'var(--ink3)', '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-placeholder': 'var(--ink3)', '--mantine-color-error': 'var(--alarm)', '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-default': 'var(--raised)', '--mantine-color-default-color': 'var(--ink)', '--mantine-primary-color-filled': 'var(--brand)', '--mantine-primary-color-contrast': 'var(--on-brand)',
};
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: tokens, light: inMantine, dark: inMantine });

const sans = "'Source Sans 3 Variable', 'Noto Sans Arabic Variable', system-ui, sans-serif";
const serif = "'Source Serif 4 Variable', 'Noto Naskh Arabic Variable', Georgia, serif";

export const theme = createTheme({
  fontFamily: sans,
  headings: { fontFamily: serif, fontWeight: '400' },
  defaultRadius: 'md',
  autoContrast: true,
  other: { serif },
});

export const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];
export const schemeOf = (cookie: string): MantineColorScheme => schemes.find((s) => new RegExp(`(?:^|;\\s*)scheme=${s}`).test(cookie)) ?? 'auto';

/** The choice of ground lives in a cookie: the server knows it and sends the page right from the first byte. */
export const schemeManager = (cookie: () => string): MantineColorSchemeManager => ({
  get: () => schemeOf(cookie()),
  set: (value) => { document.cookie = `scheme=${value}; path=/; max-age=31536000; samesite=lax`; },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => { document.cookie = 'scheme=; path=/; max-age=0'; },
});

import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

/** The cookie that remembers light, dark or the system's choice; the server reads it to paint the right one first. */
export const COLOR_SCHEME_COOKIE = 'tributary-theme';

const YEAR = 31_536_000;

/** `auto` for anything that is not one of ours. */
export function readColorScheme(value: string | undefined): MantineColorScheme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Keeps the choice in a cookie rather than in local storage, so that the first answer already has it. */
export const cookieColorScheme: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: (value) => {
    document.cookie = `${COLOR_SCHEME_COOKIE}=${value}; path=/; max-age=${String(YEAR)}; samesite=lax`;
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => {
    document.cookie = `${COLOR_SCHEME_COOKIE}=; path=/; max-age=0; samesite=lax`;
  },
};

/** Runs before the first paint when the system decides; says nothing when the server already knew. */
export const SYSTEM_SCHEME_SCRIPT = `
  if (!document.documentElement.hasAttribute('data-mantine-color-scheme'))
    document.documentElement.setAttribute(
      'data-mantine-color-scheme',
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    );
`;

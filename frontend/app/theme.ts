import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ACCENT: MantineColorsTuple = [
  '#eef1fd',
  '#dbe1fa',
  '#b9c4f6',
  '#8ea2ff',
  '#6b82ee',
  '#4a65de',
  '#3451d1',
  '#2a43b3',
  '#223691',
  '#1a2a70',
];

/** Text to canvas, as the library counts its dark shades. */
const DARK: MantineColorsTuple = [
  '#e6eaf2',
  '#a5b0c2',
  '#8b98ae',
  '#64748b',
  '#2c3a50',
  '#1f2b3d',
  '#0f1623',
  '#111827',
  '#0f1623',
  '#0b1120',
];

/** The component library, dressed in the tokens of styles/tokens.css: dense, square-ish, one accent. */
export const theme = createTheme({
  fontFamily: 'var(--t-font)',
  fontFamilyMonospace: 'var(--t-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '18px', lg: '20px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  colors: { accent: ACCENT, dark: DARK },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { shadow: 'none', width: 220, position: 'bottom-end', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, fz: 12, px: 8, py: 4 } },
  },
});

const SHARED = {
  '--mantine-color-body': 'var(--t-bg)',
  '--mantine-color-text': 'var(--t-text)',
  '--mantine-color-dimmed': 'var(--t-text-muted)',
  '--mantine-color-anchor': 'var(--t-accent)',
  '--mantine-color-error': 'var(--t-status-fail)',
  '--mantine-color-placeholder': 'var(--t-text-subtle)',
  '--mantine-color-default': 'var(--t-bg)',
  '--mantine-color-default-hover': 'var(--t-hover)',
  '--mantine-color-default-color': 'var(--t-text)',
  '--mantine-color-default-border': 'var(--t-border-strong)',
  '--mantine-primary-color-filled': 'var(--t-accent)',
  '--mantine-primary-color-contrast': 'var(--t-accent-text)',
  '--mantine-color-accent-filled': 'var(--t-accent)',
};

/** Mantine's own variables, pointed at ours in both schemes. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: SHARED, dark: SHARED });

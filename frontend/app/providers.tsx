'use client';

import { MantineProvider, type MantineColorScheme } from '@mantine/core';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { cookieColorScheme } from './color-scheme';
import { theme, variables } from './theme';

interface ProvidersProps {
  readonly nonce: string;
  readonly colorScheme: MantineColorScheme;
  readonly children: ReactNode;
}

/** What every client component may count on: theme and URL state. */
export function Providers({ nonce, colorScheme, children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={cookieColorScheme}
      defaultColorScheme={colorScheme}
      getStyleNonce={() => nonce}
      deduplicateInlineStyles
    >
      <NuqsAdapter>{children}</NuqsAdapter>
    </MantineProvider>
  );
}

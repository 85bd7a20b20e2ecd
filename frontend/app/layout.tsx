import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '../components/shell/shell';
import { currentViewer } from '../components/shell/viewer';
import { COLOR_SCHEME_COOKIE, readColorScheme, SYSTEM_SCHEME_SCRIPT } from './color-scheme';
import { Providers } from './providers';
import './styles/mantine.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';

export const metadata: Metadata = {
  title: { template: '%s · Tributary', default: 'Tributary' },
  description: 'Data catalog, lineage and governance',
  robots: { index: false, follow: false },
};

/** The frame around every page; sign-in stands alone. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [cookieJar, incoming] = await Promise.all([cookies(), headers()]);
  const nonce = incoming.get('x-nonce') ?? '';
  const isBare = (incoming.get('x-address') ?? '').startsWith('/sign-in');
  const scheme = readColorScheme(cookieJar.get(COLOR_SCHEME_COOKIE)?.value);
  const viewer = isBare ? null : await currentViewer();
  return (
    <html lang="en" suppressHydrationWarning {...(scheme !== 'auto' && { 'data-mantine-color-scheme': scheme })}>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {SYSTEM_SCHEME_SCRIPT}
        </script>
      </head>
      <body>
        <Providers nonce={nonce} colorScheme={scheme}>
          {isBare ? children : <Shell viewer={viewer}>{children}</Shell>}
        </Providers>
      </body>
    </html>
  );
}

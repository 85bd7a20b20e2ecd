// What every answer of the web app carries; the nonce part of the policy is in proxy.ts.
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** In production server.mjs forwards these; `next dev` runs without it. */
function developmentRewrites() {
  const origin = process.env['API_ORIGIN'] ?? `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;
  return ['/graphql', '/api/:path*', '/health/:path*'].map((source) => ({ source, destination: origin + source }));
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm run types` checks them, ten times as fast
  turbopack: { rules: { '*.query.ts': { loaders: ['./graphql/build/inline-documents.cjs'] } } },
  experimental: { authInterrupts: true },
  headers: () => Promise.resolve([{ source: '/:path*', headers: SECURITY_HEADERS }]),
  rewrites: () => Promise.resolve(process.env.NODE_ENV === 'development' ? developmentRewrites() : []),
};

export default config;

import type { NextConfig } from 'next'

/** Reads nothing from the environment: a build and a start that disagree on it answer 500. */
const config: NextConfig = {
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Left as they are, for bundling would shorten the names of their errors, which the log tells.
  serverExternalPackages: ['drizzle-orm', 'pg', 'pino'],
  // `npm run check` type-checks; the first start on a fresh machine need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  redirects: async () => [
    { source: '/', destination: '/customer-groups', permanent: false },
    { source: '/customer-groups/advanced', destination: '/customer-groups', permanent: false },
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
    // Pages have theirs from proxy.ts, with a nonce. What is no page shows and loads nothing.
    ...['/api/:path*', '/import-jobs/:path*', '/customer-groups/export', '/customers/export', '/orders/export'].map(
      (source) => ({
        source,
        headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
      }),
    ),
  ],
}

export default config

import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./messages/request.ts');

/** Where the gallery of states is built (docs in CONTRIBUTING.md): for developers and for the tests, never for a clinic. */
const WITH_GALLERY = ['.next-dev', '.next-test'];
const distDir = process.env.ANTEROOM_DIST ?? '.next';

/** @type {import('next').NextConfig} */
const config = {
  // Tests and benchmarks build beside a running instance: a rebuild in place would pull the files from under it.
  distDir,
  pageExtensions: ['tsx', 'ts', ...(WITH_GALLERY.includes(distDir) ? ['gallery.tsx'] : [])],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` and CI run the type check as a step of its own.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-en',
    '@zxcvbn-ts/language-es-es',
    'graphile-worker',
    'pg',
    'pino',
  ],
  devIndicators: false,
  // A page has its title from its first byte, for everyone: streamed, it comes after the page, and goes for a moment at each refresh, which
  // leaves a screen reader without a name for it.
  htmlLimitedBots: /.*/,
  // Pages get theirs from proxy.ts, with a nonce; these answers are data.
  headers: async () => [
    {
      source: '/api/:path*',
      headers: [
        { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
      ],
    },
  ],
};

export default withNextIntl(config);

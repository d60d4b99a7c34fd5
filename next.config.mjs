import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./messages/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  // Tests and benchmarks build beside a running instance: a rebuild in place would pull the files from under it.
  distDir: process.env.ANTEROOM_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` and CI run the type check as a step of its own.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'pg', 'pino'],
  devIndicators: false,
};

export default withNextIntl(config);

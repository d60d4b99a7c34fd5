/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Next looks for proxy.ts and instrumentation.ts in the folders above, too; under these endings the project's own are not found.
  pageExtensions: ['bare.tsx', 'bare.ts'],
  // The project's own type check leaves this folder out; it has none of Next's generated types.
  typescript: { ignoreBuildErrors: true },
};

export default config;

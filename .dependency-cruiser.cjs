// The map of docs/decisions and the README as rules. `npm run architecture` runs them; a module that cannot be read fails it too.
const { globSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Files that begin with a directive ('use client', 'use server'). */
const withDirective = (directive) =>
  globSync('{app,components,lib}/**/*.{ts,tsx}').filter((file) =>
    new RegExp(`^\\s*(//.*\\n|/\\*[\\s\\S]*?\\*/\\s*)*['"]${directive}['"]`).test(readFileSync(file, 'utf8')),
  );
const exactly = (files) => files.map((file) => `^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

const nouns = ['appointments', 'availability', 'calls', 'notifications', 'accounts'].join('|');
const vendors =
  'node_modules/(pg|@prisma/|livekit-server-sdk|graphile-worker|next-auth|@node-rs/argon2|nodemailer|twilio|web-push|rate-limiter-flexible|@zxcvbn-ts/)';
const tests = '\\.test\\.tsx?$';
/** What runs in the browser; a server action is called from there, not loaded there. */
const clientPass = process.env.ARCHITECTURE_PASS === 'client';

const rules = [
  {
    name: 'no-cycles',
    comment: 'One that only types make counts, too: whoever reads one of its files has to read them all.',
    from: {},
    to: { circular: true },
  },
  { name: 'every-import-resolves', from: {}, to: { couldNotResolve: true } },
  {
    name: 'only-adapters-reach-outside',
    comment: 'Vendor packages that do I/O stop at lib/adapters (next-auth also where it is mounted).',
    from: { path: '^(app|components|lib|worker)/', pathNot: [tests, '^lib/adapters/', '^lib/platform/limits\\.ts$'] },
    to: { path: vendors, pathNot: 'node_modules/next-auth/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'next-auth-stays-at-its-places',
    from: {
      path: '^(app|components|lib|worker)/',
      pathNot: [tests, '^lib/adapters/(auth|known-device|session)\\.ts$', '^app/api/auth/'],
    },
    to: { path: 'node_modules/next-auth/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-adapters-import-the-generated-client',
    from: { path: '^(app|components|lib|worker)/', pathNot: [tests, '^lib/adapters/'] },
    to: { path: '^prisma/generated/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'policy-is-pure',
    comment:
      'A policy imports other policies, types and pure libraries; intervals.ts and roster.ts are one idea each, as pure as they are.',
    from: { path: '^lib/.*/policy\\.ts$' },
    to: {
      pathNot: [
        '/policy\\.ts$',
        '^lib/availability/intervals\\.ts$',
        '^lib/appointments/roster\\.ts$',
        '^node_modules/(temporal-polyfill|temporal-utils|rrule-temporal|zod)/',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'schema-imports-zod',
    from: { path: '^lib/.*/schema(/|\\.ts$)', pathNot: tests },
    to: {
      pathNot: ['/(policy|schema)(/|\\.ts$)', '^lib/platform/passwords\\.ts$', '^node_modules/zod/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'named-pieces-are-pure',
    comment:
      'Whatever of a noun is neither query nor command reads and writes nothing: clock, settings and rows come in as arguments. The event stream, which listens, is the exception.',
    from: {
      path: `^lib/(${nouns})/`,
      pathNot: [tests, '^lib/.*/(queries|commands)(/|\\.ts$)', '^lib/notifications/stream\\.ts$'],
    },
    to: {
      path: [
        '^lib/adapters/',
        '^lib/platform/(?!(actor|passwords|problems|schema)\\.ts$)',
        '/(queries|commands)(/|\\.ts$)',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'queries-do-not-write',
    from: { path: '^lib/.*/queries(/|\\.ts$)' },
    to: { path: '/commands(/|\\.ts$)' },
  },
  {
    name: 'nouns-meet-at-policy-queries-and-commands',
    comment:
      'And at four pure pieces: the words for times, the calendar that a mail carries, the roster of a visit, and whether a time lies within hours.',
    from: { path: `^lib/(${nouns})/`, pathNot: tests },
    to: {
      path: `^lib/(${nouns})/`,
      pathNot: [
        '^lib/$1/',
        '^lib/[^/]+/policy\\.ts$',
        '^lib/[^/]+/(queries|commands)(/|\\.ts$)',
        '^lib/appointments/(calendar/|(roster|when)\\.ts$)',
        '^lib/availability/within-hours\\.ts$',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'platform-and-adapters-know-no-noun',
    from: { path: '^lib/(platform|adapters)/', pathNot: tests },
    to: { path: `^lib/(${nouns})/` },
  },
  {
    name: 'readers-say-so-in-their-names',
    comment: 'A component that reads the database is called *.server.ts or *.server.tsx.',
    from: { path: '^components/', pathNot: ['\\.server\\.tsx?$', tests] },
    to: { path: '^lib/.*/queries(/|\\.ts$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'lib-knows-no-page',
    from: { path: '^(lib|worker)/' },
    to: { path: '^(app|components|worker)/', pathNot: '^worker/' },
  },
  {
    name: 'ui-knows-no-domain',
    from: { path: '^components/ui/' },
    to: { path: `^(app|lib/(${nouns})|components/(?!ui/))` },
  },
  {
    name: 'nothing-loads-tests-or-scripts',
    from: { path: '^(app|components|lib|worker|prisma)/', pathNot: tests },
    to: { path: '^(tests|scripts)/' },
  },
];

const clientRules = [
  {
    name: 'nothing-server-side-in-the-browser',
    comment: 'A client component, and all that it loads, stays away from queries, commands, adapters and Node.',
    from: { path: exactly(withDirective('use client')) },
    to: {
      path: [
        '^lib/adapters/',
        '^lib/[^/]+/(queries|commands)(/|\\.ts$)',
        '^lib/platform/(settings|log|limits|audit|actor)\\.ts$',
        '^prisma/',
        '\\.server\\.tsx?$',
      ],
      reachable: true,
    },
  },
];

module.exports = {
  forbidden: (clientPass ? clientRules : rules).map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    // Types are gone when it runs: only the first pass, on what a module knows, looks at them.
    tsPreCompilationDeps: clientPass ? false : 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['prisma/generated/internal', ...(clientPass ? exactly(withDirective('use server')) : [])] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

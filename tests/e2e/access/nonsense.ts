// Values that nobody means, for every place of the build that takes one.

const cursor = (instant: string) =>
  Buffer.from(`${instant} 00000000-0000-4000-8000-000000000000`).toString('base64url');

export const TEXTS = [
  '',
  ' ',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:00Z',
  '+275760-09-13T00:00:00Z',
  '2031-13-45T99:99:99Z',
  '0000-01-01',
  '9999-12-31',
  '2031-02-30',
  '99:99',
  'a\0b',
  '\ud800',
  '\u202e\u200f\ufeff',
  '%',
  '%00',
  '../../etc/passwd',
  'x'.repeat(5_000),
  '-1',
  '1e999',
  'NaN',
  "' OR 1=1 --",
  '{n} {count, plural, other {#}} <b>',
  'javascript:alert(1)',
  '__proto__',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  cursor('0000-01-01T00:00:00Z'),
  cursor('9999-12-31T23:59:59.999Z'),
  cursor('+275760-09-13T00:00:00.000Z'),
  // Half of its last character is beyond a limit of 100.
  `${'x'.repeat(99)}😀`,
];
/** What only JSON can say. */
export const OTHERS: unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  { toString: 'x' },
];
/** Marks of React's own encoding of arguments, without what they stand for. Text that is typed may begin with them. */
export const MARKS = [
  '$undefined',
  '$F1',
  '$K1',
  '$Q1',
  '$W1',
  '$@1',
  '$D2031',
  '$Dx',
  '$n1',
  '$nx',
  '$-0',
  '$NaN',
  '$1',
  '$o1',
  '$B1',
  '$i1',
  '$$',
  '$0',
  '$0:0',
  '$0:0:0',
  '$0:1',
  '$0:constructor',
  '$0:__proto__:x',
  '$0:length',
];

export const QUERY = [
  'from',
  'to',
  'cursor',
  'after',
  'q',
  'day',
  'week',
  'view',
  'status',
  'limit',
  'patient',
  'visit',
  'scope',
];
export const MORE_QUERY = ['done', 'saved', 'new', 'invited', 'changed', 'callbackUrl', 'error'];

/** What a browser, a proxy or Next's own code says in a header, and what decides how a request is read. */
export const HEADERS = [
  'origin',
  'host',
  'referer',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-for',
  'x-real-ip',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-hmr-refresh',
  'next-url',
  'next-action',
  'x-nextjs-data',
  'x-nextjs-postponed',
  'x-matched-path',
  'x-invoke-path',
  'x-middleware-invoke',
  'x-middleware-subrequest',
  'x-middleware-override-headers',
  'x-prerender-revalidate',
  'x-nonce',
  'content-security-policy',
  'x-anteroom-page-of',
  'x-anteroom-here',
  'accept',
  'accept-language',
  'accept-encoding',
  'content-type',
  'if-none-match',
  'if-modified-since',
  'range',
  'purpose',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'user-agent',
];
export const HEADER_VALUES = [
  '%',
  'null',
  '{}',
  '[1]',
  '["",{}]',
  '::::',
  '//',
  'http://',
  'http://evil.example',
  'http://[',
  '/',
  '/../..',
  'a, b, c',
  '*;q=x',
  'multipart/form-data',
  'bytes=9-1,-',
  '\u00ff',
];

/** Arguments that no page of ours sends. */
export const LISTS: unknown[][] = [
  [],
  ...[null, 1, 'x', {}, [], { toString: 'x' }, '\ud800'].map((one) => [one]),
  Array(4).fill({ toString: 'x' }),
  Array(1_001).fill(1),
  [1, ...Array(1_000).fill('$0:0')],
];
/** The parts of a form with the arguments of an action, as no page of ours sends them. */
export const PARTS: Record<string, string>[] = [
  {},
  { x: '1' },
  { 1: '[]' },
  ...['', '{', '{}', 'null', '"$K1"', '["$K1"]', '["\\ud800","$K1"]', '[{"toString":"x"},"$K1"]'].map((text) => ({
    0: text,
  })),
  ...MARKS.map((mark) => ({ 0: JSON.stringify([mark, '$K1']) })),
  { 0: '["$1"]', 1: '{"a":"$0"}' },
  { 0: '["$Q1"]', 1: '[[1,2],3]' },
  { 0: '["$h1"]', 1: '{"id":"x","bound":null}' },
];

/** The parts of a form for an action (id) that is sent before scripts run. */
export function sentParts(id: string): Record<string, string>[] {
  const bound = (text: string) => ({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${id}","bound":${text}}` });
  const lists = [...LISTS, ...MARKS.map((mark) => [mark])].map((list) => JSON.stringify(list));
  return [
    { [`$ACTION_ID_${id}`]: '' },
    { [`$ACTION_ID_${id}`]: '', $ACTION_KEY: 'x' },
    { $ACTION_ID_x: '' },
    { $ACTION_REF_1: '' },
    ...['null', '[]', '"$@0"', '"$@1"'].map(bound),
    ...['{', '1', 'null', ...lists].map((text) => ({ ...bound('"$@1"'), '$ACTION_1:1': text })),
  ];
}

/** Every value with one of its leaves in turn replaced by each of `values`. Of a list inside, the first item stands for all. */
export function* withLeaves(
  value: unknown,
  values: readonly unknown[],
  items = Number.POSITIVE_INFINITY,
): Generator<unknown> {
  for (const other of values) yield other;
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, items).entries())
      for (const changed of withLeaves(item, values, 1)) yield value.with(index, changed);
  } else if (value && typeof value === 'object') {
    for (const [name, item] of Object.entries(value))
      for (const changed of withLeaves(item, values, 1)) yield { ...value, [name]: changed };
  }
}

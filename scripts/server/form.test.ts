import { describe, expect, it } from 'vitest';
import { readForm } from './form';

type Parts = [name: string, value: string | Blob][];

async function read(parts: Parts, isCall: boolean) {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const sent = new Response(form);
  const bytes = Buffer.from(await sent.arrayBuffer());
  const result = await readForm(bytes, sent.headers.get('content-type') ?? '', isCall);
  if (!result.ok) return result.fault;
  const { bytes: again, type } = result.value;
  return [...(await new Response(new Uint8Array(again), { headers: { 'content-type': type } }).formData())];
}
const called = (...parts: Parts) => read(parts, true);
const sent = (...parts: Parts) => read(parts, false);

describe('a form with the arguments of an action', () => {
  it('comes out as it went in', async () => {
    const parts: Parts = [
      ['_1_name', 'करुणा "Ü" \\ud800 $F1'],
      ['_1_languages', 'en'],
      ['_1_languages', 'es'],
      ['_1_reason', 'two\r\nlines'],
      ['0', '["token",{"a":"$$1"},"😀","$K1"]'],
    ];
    expect(await called(...parts)).toEqual(parts);
  });

  it.each([
    '{',
    '{}',
    'null',
    '"$K1"',
    '["$F1"]',
    '["$1"]',
    '["$@1"]',
    '["$0:constructor"]',
    '["$nx"]',
    '["$Kx"]',
    '["\\ud800"]',
  ])('is refused with what React cannot read: %s', async (text) =>
    expect(await called(['_1_a', 'b'], ['0', text])).toMatch(/^body: /),
  );

  it('has them once, and nothing that belongs to none', async () => {
    expect(await called()).toMatch(/no form|no arguments/);
    expect(await called(['_1_a', 'b'])).toMatch(/no arguments/);
    expect(await called(['0', '[]'], ['0', '[]'])).toMatch(/no arguments/);
    expect(await called(['0', '["$1"]'], ['1', '{}'])).toMatch(/^body: /);
    expect(await called(['0', '[]'], ['1', '{}'])).toMatch(/belongs to no argument/);
    expect(await called(['_1_a', new Blob(['b'])], ['0', '["$K1"]'])).toMatch(/file/);
  });
});

describe('a form that is sent before scripts run', () => {
  const action: Parts = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', '{"id":"40c0","bound":"$@1"}'],
  ];

  it('comes out as it went in', async () => {
    const parts: Parts = [...action, ['$ACTION_1:1', '["token"]'], ['locale', 'es']];
    expect(await sent(...parts)).toEqual(parts);
    const plain: Parts = [
      ['$ACTION_ID_40c0', ''],
      ['0', '{'],
      ['note', '["$F1"]'],
    ];
    expect(await sent(...plain)).toEqual(plain);
  });

  it('is refused with what React cannot read', async () => {
    expect(await sent(...action)).toMatch(/no arguments/);
    for (const text of ['["$0:constructor"]', '["$F1"]', '["$K1"]', '1', '{']) {
      expect(await sent(...action, ['$ACTION_1:1', text]), text).toMatch(/^body: /);
    }
    for (const text of ['{', 'null', '{"id":"a","bound":[]}', '{"id":"a","bound":"$F1"}', '{"id":"a","bound":"$@0"}']) {
      expect(await sent(['$ACTION_REF_1', ''], ['$ACTION_1:0', text]), text).toMatch(/^body: /);
    }
    expect(await sent(['photo', new Blob(['b'])])).toMatch(/file/);
  });
});

it.each([
  '',
  '--x--',
  'a--x--',
  '--x\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n--x--\r\n',
  '--x\r\nfoo--x--',
])('is no form: %j', async (text) => {
  const type = 'multipart/form-data; boundary=x';
  expect(await readForm(Buffer.from(text), type, true)).toMatchObject({ ok: false });
  expect(await readForm(Buffer.from('x'), 'multipart/form-data', false)).toMatchObject({ ok: false });
});

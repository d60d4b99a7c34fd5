import { expect, test } from 'vitest';
import { readArguments } from './action';

const faultOf = (text: string) => {
  const read = readArguments(text);
  return read.ok ? null : read.fault;
};
const readOf = (given: unknown) => {
  const read = readArguments(JSON.stringify(given));
  return read.ok ? JSON.parse(read.value) : read.fault;
};

test.each([
  '[]',
  '["$$5",{"at":"$D2031-05-13T10:00:00.000Z","no":"$undefined","much":"$n12345678901234567890"}]',
  '[["$-0","$NaN","$Infinity","$-Infinity"],null,true,1]',
])('%s can be read', (text) => expect(readArguments(text)).toEqual({ ok: true, value: text }));

test.each(['', '{', '{}', 'null', '"x"', '1', '{"0":[]}'])('%s is no list', (text) =>
  expect(faultOf(text)).toMatch(/not JSON|no list/),
);

test.each([
  '$1',
  '$F1',
  '$K1',
  '$Q1',
  '$W1',
  '$@1',
  '$B1',
  '$i1',
  '$o1',
  '$h1',
  '$Dx',
  '$nx',
  '$',
  '$undefinedx',
  '$0',
])('%s names nothing, at any depth', (mark) => {
  expect(faultOf(JSON.stringify([mark]))).toMatch(/not there/);
  expect(faultOf(JSON.stringify([1, { a: [{ b: mark }] }]))).toMatch(/not there/);
});

test('what stands elsewhere in the same arguments is put in its place', () => {
  const day = [{ start: 1, types: ['$$x'] }];
  expect(readOf([{ weekly: [day, '$0:0:weekly:0', '$0:0:weekly:0'] }, '$0:0:weekly:0:0'])).toEqual([
    { weekly: [day, day, day] },
    day[0],
  ]);
});

test.each([
  '$0:constructor',
  '$0:0:0',
  '$0:__proto__:x',
  '$0:length',
  '$0:7',
  '$0:1:a',
  '$0:1:__proto__',
  '$0:1:none',
  '$0:2',
])('%s stands nowhere that React would look', (mark) =>
  expect(faultOf(`["x",{"a":1,"__proto__":{"x":1}},${JSON.stringify(mark)}]`)).toMatch(/not there/),
);

test('more arguments than any action has are not read', () => {
  expect(readOf(Array(100).fill(1))).toHaveLength(100);
  expect(faultOf(JSON.stringify(Array(101).fill(1)))).toMatch(/more than 100/);
  expect(faultOf(JSON.stringify([1, ...Array(1_000).fill('$0:0')]))).toMatch(/more than 100/);
});

test('lists that name each other, or one thing all too often, are not read', () => {
  expect(faultOf('[["$0:0"]]')).toMatch(/not there/);
  expect(faultOf('[["$0:1"],["$0:0"]]')).toMatch(/not there/);
  expect(faultOf('[[1],["$0:0","$0:0"],["$0:1","$0:1"]]')).toMatch(/not there/);
  const long = Array(5_000).fill(1);
  expect(faultOf(JSON.stringify([long, ...Array(50).fill('$0:0')]))).toMatch(/not there/);
  expect(readOf([long, ...Array(5).fill('$0:0')])).toEqual(Array(6).fill(long));
});

import { expect, test } from 'vitest';
import { faultOfArguments } from './action';

test.each([
  '[]',
  '["$$5",{"at":"$D2031-05-13T10:00:00.000Z","no":"$undefined","much":"$n12345678901234567890","same":"$D2031-05-13T10:00:00.000Z"}]',
  '[{"a":{"b":1}},["$0:0","$0:0:a"]]',
  '[["$-0","$NaN","$Infinity","$-Infinity"],null,true,1]',
])('%s can be read', (text) => expect(faultOfArguments(text)).toBeNull());

test.each([
  '["$0:constructor"]',
  '["$0:__proto__:x"]',
  '["$0:0:0"]',
  '["$0:0"]',
  '["$0"]',
  '[["$0:0"]]',
  '[{"a":1},"$0:0:a"]',
  '[{"a":1},"$0:length"]',
  '[{"a":1},"$0:0:toString"]',
  '[{"a":1},"$0:7"]',
])('%s names no thing of the arguments, or itself', (text) => expect(faultOfArguments(text)).toMatch(/not there/));

test.each(['', '{', '{}', 'null', '"x"', '1', '{"0":[]}'])('%s is no list', (text) =>
  expect(faultOfArguments(text)).toMatch(/not JSON|no list/),
);

test.each(['$1', '$F1', '$K1', '$Q1', '$W1', '$@1', '$B1', '$i1', '$o1', '$Dx', '$nx', '$', '$undefinedx'])(
  '%s names nothing, at any depth',
  (mark) => {
    expect(faultOfArguments(JSON.stringify([mark]))).toMatch(/not there/);
    expect(faultOfArguments(JSON.stringify([1, { a: [{ b: mark }] }]))).toMatch(/not there/);
  },
);

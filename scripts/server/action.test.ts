import { expect, test } from 'vitest';
import { faultOfArguments } from './action';

test.each([
  '[]',
  '["$$5",{"at":"$D2031-05-13T10:00:00.000Z","no":"$undefined","much":"$n12345678901234567890","same":"$0:0"}]',
  '[["$-0","$NaN","$Infinity","$-Infinity"],null,true,1]',
])('%s can be read', (text) => expect(faultOfArguments(text)).toBeNull());

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

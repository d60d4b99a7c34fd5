import { expect, test } from 'vitest';
import { dateInput, formOf, instantInput, searchText, textOf } from './schema';

test.each([
  ['1970-01-01T00:00:00Z', true],
  ['1969-12-31T23:59:59.999Z', false],
  ['1970-01-01T00:00:00+01:00', false],
  ['2199-12-31T23:59:59.999Z', true],
  ['2199-12-31T23:59:59-01:00', false],
  ['2200-01-01T00:00:00Z', false],
  ['0000-01-01T00:00:00Z', false],
  ['9999-12-31T23:59:00Z', false],
  ['+010000-01-01T00:00:00Z', false],
  ['2031-02-29T00:00:00Z', false],
  ['', false],
])('an instant of the calendar: %s: %s', (value, kept) => {
  expect(instantInput.safeParse(value).success).toBe(kept);
});

test('an instant with an offset is one in UTC', () =>
  expect(instantInput.parse('2031-05-13T12:00:00+02:00')).toEqual(new Date('2031-05-13T10:00:00Z')));

test.each([
  ['1970-01-01', true],
  ['2199-12-31', true],
  ['1969-12-31', false],
  ['2200-01-01', false],
  ['0000-01-01', false],
  ['9999-12-31', false],
  ['2031-02-30', false],
])('a day of the calendar: %s: %s', (value, kept) => expect(dateInput.safeParse(value).success).toBe(kept));

test('what is no text, or has half of a character, is none', () => {
  expect(textOf('a 😀')).toBe('a 😀');
  for (const given of [
    undefined,
    null,
    1,
    ['a'],
    { toString: 'x' },
    { toString: () => 'x' },
    '\ud800',
    'a\ude00\ud83d',
  ]) {
    expect(textOf(given)).toBe('');
  }
});

test('what is no form is an empty one', () => {
  const form = new FormData();
  expect(formOf(form)).toBe(form);
  for (const given of [undefined, null, 1, [], { get: () => 'x' }]) expect([...formOf(given)]).toEqual([]);
});

test('a word to search for is cut between characters', () => {
  expect(searchText(`  ${'x'.repeat(99)}😀y`)).toBe(`${'x'.repeat(99)}😀`);
  expect(searchText(['x'])).toBe('');
});

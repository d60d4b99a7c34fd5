import { expect, test } from 'vitest';
import { firstName, initials, shortName } from './names';

test.each([
  ['Dr Anna Keller', 'AK', 'Anna', 'Dr Keller'],
  ['Dra. Lucía de la Torre', 'LT', 'Lucía', 'Dra. Torre'],
  ['Maria Ruiz', 'MR', 'Maria', 'Maria Ruiz'],
  ['Drake', 'D', 'Drake', 'Drake'],
  ['  Ana  María   Gil ', 'AG', 'Ana', '  Ana  María   Gil '],
  ['', '', '', ''],
])('%j', (name, letters, first, short) => {
  expect([initials(name), firstName(name), shortName(name)]).toEqual([letters, first, short]);
});

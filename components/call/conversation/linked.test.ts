import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linked } from './linked';

const links = (text: string) => linked(text).flatMap(({ href }) => href ?? []);

it.each([
  ['see https://clinic.example/a?b=1, please', ['https://clinic.example/a?b=1']],
  ['(https://clinic.example/a)', ['https://clinic.example/a']],
  ['HTTP://Clinic.Example and https://b.example.', ['http://clinic.example/', 'https://b.example/']],
  ['javascript:alert(1) data:text/html,x ftp://a.example www.a.example', []],
  ['https://bank.example@evil.example/', []],
  ['https:// https://[', []],
])('%s', (text, found) => expect(links(text)).toEqual(found));

it('shows where an address leads that passes for another', () => {
  expect(linked('https://\u0441linic.example/login')).toEqual([
    { text: 'https://xn--linic-0ye.example/login', at: 0, href: 'https://xn--linic-0ye.example/login' },
  ]);
  expect(links('https://good.example/\u200bx')).toEqual(['https://good.example/']);
});

it('loses and adds nothing', () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('https://')), { maxLength: 6 }), (parts) => {
      const text = parts.join(' ');
      const pieces = linked(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { href } of pieces) expect(href ?? 'https:').toMatch(/^https?:/);
      expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length);
    }),
  ));

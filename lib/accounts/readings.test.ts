import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownWords } from './own-words';
import { easyToGuess } from './queries/password-fault';
import { readingsOf } from './readings';

const texts = (password: string) => readingsOf(password).map(({ text }) => text);

it('are what is typed, and the words alone: in their own letters, by sound, by looks, by keys', () => {
  expect(texts('Мой Пароль')).toEqual(['Мой Пароль', 'мойпароль', 'moiparol', 'moипapoль', 'vjqgfhjkm']);
  expect(texts('password')).toEqual(['password']);
});

it('are the same without what nobody sees, wherever it stands', () => {
  const invisible = fc.constantFrom(
    '\u200b',
    '\u200d',
    '\u00ad',
    '\u2060',
    '\ufeff',
    '\u115f',
    '\ufe0f',
    '\u{e0020}',
    '\t',
  );
  const letters = fc.array(fc.tuple(fc.constantFrom(...'paß-ж ω9'), fc.array(invisible, { maxLength: 2 })));
  fc.assert(
    fc.property(letters, (pairs) => {
      const seen = pairs.map(([letter]) => letter).join('');
      const typed = pairs.map(([letter, more]) => letter + more.join('')).join('');
      expect(readingsOf(typed)).toEqual(readingsOf(seen));
    }),
  );
});

it('have what comes again once, and say that it does', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{3,20}$/), fc.stringMatching(/^[ -]{0,3}$/), (word, between) => {
      const readings = readingsOf(word + between + word);
      const joined = readings.at(-1);
      expect(joined?.text.length).toBeLessThanOrEqual(word.length);
      expect(joined?.more.some(({ kind }) => kind === 'repeat')).toBe(true);
    }),
  );
});

it('end with the easiest of them: a common password in another script and with digits', async () => {
  for (const password of ['пароль123456', 'ПАРОЛЬ-123456', 'gfhjkm123456', 'parol 123456']) {
    expect(await easyToGuess(password, []), password).toBe('common');
  }
});

it('take the own name in any of them', async () => {
  const own = ownWords({ name: 'Ольга Иванова', email: 'o@mail.example', phone: null }, 'Klinik Köln');
  for (const password of ['Ольга Иванова', 'olga-ivanova', 'jkmuf bdfyjdf', 'о л ь г а иванова', 'klinik koln koeln']) {
    expect(await easyToGuess(password, own), password).toBe('own');
  }
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownWords } from './own-words';

const owner = {
  name: 'Dra. Lucía de la Torre',
  email: 'lucia.torre+a@mail.example',
  phone: '+34 910-123 456',
  specialty: 'Salud mental',
};

it('are the own name, e-mail and phone and the clinic’s name, whole and in words, with and without marks', () => {
  const words = ownWords(owner, 'Clínica Sol');
  expect(words).toEqual(
    expect.arrayContaining([
      ...['dra. lucía de la torre', 'dra. lucia de la torre', 'dra', 'lucía', 'lucia', 'torre'],
      ...['lucia.torre+a@mail.example', 'lucia.torre+a', 'mail.example', 'mail', 'example'],
      ...['34910123456', '910123456', '123456', '456'],
      ...['salud mental', 'salud', 'mental'],
      ...['clínica sol', 'clinica sol', 'clínica', 'clinica', 'sol', 'anteroom'],
    ]),
  );
  // They stand in half of all sentences.
  for (const short of ['de', 'la', 'a', '34']) expect(words).not.toContain(short);
});

it('are in lower case, long enough to mean something, and each once, whatever somebody is called', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.option(fc.string()), fc.string(), (name, email, phone, clinic) => {
      const words = ownWords({ name, email, phone }, clinic);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word.length).toBeGreaterThanOrEqual(3);
      expect(words).toContain('anteroom');
    }),
  ));

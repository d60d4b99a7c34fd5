import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece, PieceKind } from '@/lib/adapters/password-pieces';
import { ownWords } from './own-words';
import { easyToGuess } from './queries/password-fault';
import { type Weakness, weaknessOf } from './strength';

const owner = { name: 'Guadalupe Fernández', email: 'lupe.f@mail.example', phone: '+34 910 123 456' };
const own = ownWords(owner, 'Hillside Clinic');
const judge = (password: string) => easyToGuess(password, own);

describe('a password is easy to guess', () => {
  it.each<[password: string, why: Weakness]>([
    ['passwordpassword', 'repeat'],
    ['123456789012', 'common'],
    [' '.repeat(12), 'repeat'],
    ['x'.repeat(200), 'repeat'],
    ['password-password', 'repeat'],
    ['Passw0rd Passw0rd', 'repeat'],
    ['contraseña contraseña', 'repeat'],
    ['abcdefghijklm', 'sequence'],
    ['lunes martes miércoles', 'sequence'],
    // As many type it.
    ['lunes martes miercoles', 'sequence'],
    ['rojo verde azul', 'sequence'],
    ['sdfghjklertyui', 'keys'],
    ['19840712 19840712', 'repeat'],
    ['Summer2026!!', 'word'],
    ['Welcome2026!!', 'common'],
    ['Verano2026!!!', 'word'],
    // What nobody sees.
    ['p\u200ba\u200bs\u200bs\u200bw\u200bo\u200br\u200bd', 'common'],
    ['pass\u00adword\u2060pass\ufe0fword', 'repeat'],
    ['\u3164\u2800\u{e0041}\u034f'.repeat(4), 'word'],
    // What many think of, with spaces and without.
    ['correcthorsebatterystaple', 'common'],
    ['Correct Horse Battery Staple', 'common'],
    ['let me in please', 'common'],
    ['Let me in, please!', 'common'],
    ['i.love.you.so.much', 'common'],
    ['Déjame entrar, por favor', 'common'],
    ['we love our dog', 'common'],
    ['p a s s w o r d 1 2', 'common'],
    // Other scripts and other keyboards.
    ['йцукенгшщзхъ', 'keys'],
    ['ЙЦУКЕН фывап', 'common'],
    ['ςερτυθιοπασδφ', 'keys'],
    ['ضصثقفغعهخحجد', 'keys'],
    ['пароль987654321', 'common'],
    ['мой пароль 2026', 'common'],
    ['κωδικός πρόσβασης', 'common'],
    ['moje hasło 2026', 'common'],
    ['p\u0430ssw\u043erd1984', 'common'],
    // What comes again.
    ['1984-05-171984-05-17', 'repeat'],
    ['1705198417051984', 'repeat'],
    ['1984-05-17 17.05.1984', 'date'],
    ['--19840712--', 'date'],
    ['k3Vx9p k3Vx9p', 'repeat'],
    ['k3Vx9p-K3VX9P', 'repeat'],
    ['k3Vx9p a k3Vx9p', 'repeat'],
  ])('%j: %s', async (password, why) => expect(await judge(password)).toBe(why));

  it.each([
    'lupe.f@mail.example',
    'LUPE.F@MAIL.EXAMPLE',
    'mail.example 1',
    'Guadalupe Fernández',
    'guadalupe-fernandez',
    'Gu4dalup3 F3rnandez',
    'zednanref epuladaug',
    'Guadalupe2026!',
    '910123456910',
    '+34910123456',
    'Hillside Clinic',
    'hillside-clinic-2026',
    'MyClinic2026!',
    'Anteroom2026!',
    'guadalupe-fernandez-hillside-clinic-mail-example',
    'Hillside Clinic 2026Hillside Clinic 2026',
  ])('for what it has of the person or the clinic: %j', async (password) => {
    expect(await judge(password)).toBe('own');
  });
});

it.each([
  'four words are easy',
  'dolphin umbrella cactus',
  'i love my grandchildren',
  'caballo correcto batería grapa',
  'cuatro palabras son fáciles',
  'mi perro come queso',
  'tejado limón bicicleta',
  'k3Vx9pQ2rTzL',
  'k3-Vx-9p-Q2-rT',
  '!k"§3V$%x&/9(p',
  'наш дедушка выращивает огурцы',
  'πράσινη ομπρέλα στο μπαλκόνι',
  '窓際の猫は雨の日が好き',
  // Own words do no harm beside enough others.
  'Guadalupe compra melones verdes',
  'Hillside umbrella cactus dolphin',
])('a password is good: %j', async (password) => expect(await judge(password)).toBeNull());

it('takes a moment for whatever comes, not the process', async () => {
  await judge('a warm start');
  const hostile = ['0123456789'.repeat(20), '12/12/2012'.repeat(20), 'p4$$w0rd@1l3|'.repeat(15), '/-.|\\()'.repeat(28)];
  hostile.push(
    'зф44цщкв@1д3|'.repeat(15),
    'раsswοrd'.repeat(25),
    'aЖα1-'.repeat(40),
    [...'абвгдежзик'].join('\u200b').repeat(10),
  );
  for (const password of hostile) {
    const before = process.cpuUsage();
    await judge(password);
    const { user, system } = process.cpuUsage(before);
    // Microseconds of this process, whatever else the machine does. Unbounded it is some seconds.
    expect(user + system, password).toBeLessThan(1_500_000);
  }
});

describe('the tries for pieces', () => {
  const kinds: PieceKind[] = ['own', 'common', 'word', 'repeat', 'sequence', 'keys', 'date', 'other'];
  const piece = fc.record<Piece>({
    text: fc.string({ minLength: 1, maxLength: 8 }),
    kind: fc.constantFrom(...kinds),
    guesses: fc.integer({ min: 1, max: 1e6 }),
  });
  const some = fc.array(piece, { maxLength: 8 });

  it('never become fewer by one more piece', () =>
    fc.assert(
      fc.property(some, piece, (pieces, more) => {
        const known = pieces.some(({ text }) => text === more.text);
        if (weaknessOf(pieces) === null && !known) expect(weaknessOf([...pieces, more])).toBeNull();
      }),
    ));

  it('do not become more by what was there already', () =>
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (pieces, times) => {
        const again = Array.from({ length: times }, () => pieces).flat();
        expect(weaknessOf(again) === null).toBe(weaknessOf(pieces) === null);
      }),
    ));

  it('do not come from own words, however hard those are to guess', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (words) => {
        const pieces = words.map((text): Piece => ({ text, kind: 'own', guesses: 1e12 }));
        expect(weaknessOf(pieces)).toBe(words.length ? 'own' : 'word');
      }),
    ));

  it('suffice from a hundred million on', () => {
    const one = (guesses: number): Piece[] => [{ text: 'a', kind: 'other', guesses }];
    expect(weaknessOf(one(1e8))).toBeNull();
    expect(weaknessOf(one(1e8 - 1))).toBe('word');
  });
});

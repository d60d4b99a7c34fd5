import { byKeys, bySound } from '@/lib/accounts/scripts';

/** Of whom a password is, as far as somebody who guesses it may know it. */
export interface Owner {
  name: string;
  email: string;
  phone: string | null;
  /** A doctor's. */
  specialty?: string | null;
}

/** Shorter ones stand in too many other words. */
const SHORTEST = 3;

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u);

/** A phone number without its spaces, and without what stands before: "+34 910 123 456" is dialled as 910123456, too. */
function numbersOf(phone: string): string[] {
  const groups = phone.match(/\d+/g) ?? [];
  return groups.map((_, index) => groups.slice(index).join(''));
}

/** The words that do not make a password of this person's any harder to guess: the own, the clinic's and ours. In lower case, each once. */
export function ownWords({ name, email, phone, specialty }: Owner, clinic: string): string[] {
  const [local = '', host = ''] = email.split('@');
  const said = [name, email, local, host, clinic, specialty ?? '', 'anteroom'].flatMap((text) => [
    text,
    ...wordsOf(text),
  ]);
  const written = said.flatMap((text) => {
    const word = text.normalize('NFKC').toLowerCase().trim();
    return [word, bySound(word), byKeys(word)];
  });
  return [...new Set([...written, ...numbersOf(phone ?? '')])].filter(({ length }) => length >= SHORTEST);
}

/** What no text needs: control characters but for line and tab, halves of characters, and what turns the direction of other people's words. */
const UNNEEDED = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Lines with nothing in them, by which one message would hide all others. */
const LINES = /\s*\n\s*\n\s*/g;
/** Something that can be seen. */
const SEEN = /[^\s\p{Cf}\p{Cc}\p{DI}\u2800]/u;

/** The words of a text, of so many UTF-16 units at most; empty when nobody could see any of it. */
export function wordsOf(text: string, longest: number): string {
  const words = text.slice(0, longest).replace(UNNEEDED, '').replace(LINES, '\n');
  return SEEN.test(words) ? words : '';
}

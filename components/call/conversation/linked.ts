/** A piece of a text: plain, or a link. `at`: where it begins. */
interface Piece {
  text: string;
  at: number;
  href?: string;
}

/** Addresses as people write them into a text; what closes a sentence after them is none of theirs. */
const ADDRESS = /https?:\/\/[^\s<>"'\p{Cf}]*[^\s<>"'.,;:!?)\]}\p{Cf}]/giu;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * A text in pieces, its web addresses as links: http and https, and no address that carries a name before its host, which passes for another. One
 * in other letters than the Latin ones of the net is shown as what it is there (punycode): a Cyrillic с passes for a Latin c.
 */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const url = URL.canParse(found) ? new URL(found) : null;
    if (!url || url.username || url.password) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), at: end });
    pieces.push({ text: ASCII.test(found) ? found : url.href, at: index, href: url.href });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), at: end });
  return pieces;
}

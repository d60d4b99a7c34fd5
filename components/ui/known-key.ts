/** The key of a text where there is such a text, such as for a code that came from the server; else another one. */
export const knownKey = <Key extends string>(t: { has(key: Key): boolean }, key: string, otherwise: Key): Key =>
  t.has(key as Key) ? (key as Key) : otherwise;

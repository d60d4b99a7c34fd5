const TITLE = /^((?:dr|dra|prof|mr|mrs|ms|sr|sra)\.?)\s+/i;

const words = (name: string) => name.replace(TITLE, '').trim().split(/\s+/).filter(Boolean);

/** The initials of a name without its title: "Dr Anna Keller" → "AK". */
export function initials(name: string): string {
  const [first = '', ...rest] = words(name);
  return ((first[0] ?? '') + (rest.at(-1)?.[0] ?? '')).toUpperCase();
}

/** The first name, without a title: "Maria Ruiz" → "Maria". */
export const firstName = (name: string) => words(name)[0] ?? name;

/** Title and last name: "Dr Anna Keller" → "Dr Keller"; a name without a title stays whole. */
export function shortName(name: string): string {
  const title = TITLE.exec(name)?.[1];
  return title ? `${title} ${words(name).at(-1) ?? ''}`.trim() : name;
}

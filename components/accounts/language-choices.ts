const made = new Map<string, [code: string, name: string][]>();

/** Every language of ISO 639-1 with its name in the reader's language, in the order of the names. */
export function languageChoices(locale: string): [code: string, name: string][] {
  const known = made.get(locale);
  if (known) return known;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  const choices = letters
    .flatMap((first) => letters.map((second) => first + second))
    // Codes that were given up lead to those of today.
    .filter((code) => new Intl.Locale(code).language === code)
    .flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name ? [[code, name]] : [];
    });
  const byName = new Intl.Collator(locale);
  choices.sort(([, a], [, b]) => byName.compare(a, b));
  made.set(locale, choices);
  return choices;
}

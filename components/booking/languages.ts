/** "English, German": languages (BCP 47) by their names in the reader's own. */
export function languageNames(languages: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const known = languages.map((language) => {
    try {
      return names.of(language) ?? language;
    } catch {
      // Not every word that somebody typed is a language tag.
      return language;
    }
  });
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(known);
}

import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { LOCALE_NAMES } from './locale-names';

/** Buttons for the language of these pages, for someone who is signed out. */
export async function LanguageSwitch({ choose }: { choose: (form: FormData) => Promise<void> }) {
  const [current, t] = await Promise.all([getLocale(), getTranslations('clinic')]);
  return (
    <form action={choose} aria-label={t('language')} className="flex gap-1">
      {Object.entries(LOCALE_NAMES).map(([locale, name]) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className="min-h-11 rounded-small px-3.5 text-ink-2 hover:text-ink aria-pressed:bg-wash aria-pressed:font-semibold aria-pressed:text-ink"
          type="submit"
        >
          {name}
        </button>
      ))}
    </form>
  );
}

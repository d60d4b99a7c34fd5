import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { ReadyButton } from '@/components/ui/ready-button';
import type { Locale } from '@/lib/accounts/policy';
import { LOCALE_NAMES } from './locale-names';

interface LanguageFormProps {
  /** The language that was chosen; null: the browser's. */
  chosen: Locale | null;
  saved: boolean;
  save: (form: FormData) => Promise<void>;
}

/** The form for the own language: one of ours, or the browser's. */
export async function LanguageForm({ chosen, saved, save }: LanguageFormProps) {
  const t = await getTranslations('account');
  const choices = [
    ...Object.entries(LOCALE_NAMES).map(([lang, label]) => ({ value: lang, label, lang })),
    { value: '', label: t('browser'), lang: undefined },
  ];
  return (
    <form action={save} className="card grid gap-4 p-5 sm:p-6">
      <h2 id="language">{t('language')}</h2>
      <p className="text-ink-2">{t('languageText')}</p>
      <div role="radiogroup" aria-labelledby="language" className="grid gap-1">
        {choices.map(({ value, label, lang }) => (
          <label key={value} className="flex min-h-12 items-center gap-3">
            <input
              type="radio"
              name="locale"
              value={value}
              defaultChecked={value === (chosen ?? '')}
              className="size-5.5 shrink-0 accent-brand"
            />
            <span lang={lang}>{label}</span>
          </label>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <ReadyButton>{t('save')}</ReadyButton>
        <Notice text={saved ? t('saved') : ''} plain />
      </div>
    </form>
  );
}

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FieldNotes } from '@/components/ui/labelled';

interface LanguagesFieldProps {
  /** BCP 47 tags. */
  saved: string[];
  /** Every language that can be chosen, by its name. */
  choices: [code: string, name: string][];
  error?: string | null;
}

/** Languages that somebody speaks: those chosen, each to be taken away, and the browser's own list to add one. */
export function LanguagesField({ saved, choices, error }: LanguagesFieldProps) {
  const t = useTranslations('form');
  const [codes, setCodes] = useState(saved);
  const list = useRef<HTMLSelectElement>(null);
  const nameOf = (code: string) => choices.find(([known]) => known === code)?.[1] ?? code;
  return (
    <fieldset aria-describedby="languages-hint" className="grid gap-2">
      <legend className="mb-1.5 font-semibold">{t('languages')}</legend>
      {codes.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {codes.map((code) => (
            <li key={code} className="flex items-center rounded-m border border-line-strong pl-3.5">
              <input type="hidden" name="languages" value={code} />
              {nameOf(code)}
              <button
                type="button"
                aria-label={t('languageRemove', { language: nameOf(code) })}
                className="grid size-11 place-items-center rounded-m hover:bg-wash"
                onClick={() => {
                  setCodes(codes.filter((other) => other !== code));
                  list.current?.focus();
                }}
              >
                <X aria-hidden className="size-5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        ref={list}
        id="languages"
        aria-label={t('languageAdd')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'languages-error' : undefined}
        value=""
        onChange={(event) => setCodes([...codes, event.target.value])}
        className="field"
      >
        <option value="">{t('languageChoose')}</option>
        {choices
          .filter(([code]) => !codes.includes(code))
          .map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
      <FieldNotes id="languages" error={error} hint={t('languagesHint')} />
    </fieldset>
  );
}

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { LOCALE_NAMES } from './locale-names';

interface LanguageFieldProps {
  label: string;
  hint?: string;
}

/** A choice of our languages; it goes along with the page's until another one is chosen. */
export function LanguageField({ label, hint }: LanguageFieldProps) {
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="grid gap-1.5">
      <div role="radiogroup" aria-labelledby="locale-label" className="grid gap-1.5">
        <span id="locale-label" className="font-semibold">
          {label}
        </span>
        <div className="flex flex-wrap gap-x-8">
          {Object.entries(LOCALE_NAMES).map(([value, name], index) => (
            <label key={value} className="flex min-h-12 items-center gap-3">
              <input
                id={index === 0 ? 'locale' : undefined}
                type="radio"
                name="locale"
                value={value}
                checked={value === (chosen ?? locale)}
                onChange={() => setChosen(value)}
                className="size-5.5 shrink-0 accent-brand"
              />
              <span lang={value}>{name}</span>
            </label>
          ))}
        </div>
      </div>
      {hint && <p className="text-note text-ink-2">{hint}</p>}
    </div>
  );
}

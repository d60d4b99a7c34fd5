'use client';

import { useState } from 'react';

export interface LanguageFieldProps {
  /** Of this page; it goes along with the page's until another one is chosen. */
  initial: string;
  label: string;
  hint?: string;
}

const LANGUAGES = [
  ['en', 'English'],
  ['es', 'Español'],
] as const;

/** One of our languages. */
export function LanguageField({ initial, label, hint }: LanguageFieldProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="grid gap-1.5">
      <div role="radiogroup" aria-labelledby="locale-label" className="grid gap-1.5">
        <span id="locale-label" className="font-semibold">
          {label}
        </span>
        <div className="flex flex-wrap gap-x-8">
          {LANGUAGES.map(([value, name], index) => (
            <label key={value} className="flex min-h-12 items-center gap-3">
              <input
                id={index === 0 ? 'locale' : undefined}
                type="radio"
                name="locale"
                value={value}
                checked={value === (chosen ?? initial)}
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

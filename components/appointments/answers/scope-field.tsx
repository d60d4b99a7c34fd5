'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Scope } from '@/lib/appointments/schema/change';

export interface ScopeChoice {
  value: Scope;
  /** The number of visits that it is for. */
  count: number;
}

interface ScopeFieldProps {
  choices: ScopeChoice[];
  value: Scope;
  onChange: (scope: Scope) => void;
}

/** The choice of how much of a series something is done to; nothing where there is no series. */
export function ScopeField({ choices, value, onChange }: ScopeFieldProps) {
  const t = useTranslations('series.scope');
  const name = useId();
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">{t('legend')}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="flex min-h-11 items-center gap-2.5">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="size-5 accent-brand"
          />
          {t(choice.value, { count: choice.count })}
        </label>
      ))}
    </fieldset>
  );
}

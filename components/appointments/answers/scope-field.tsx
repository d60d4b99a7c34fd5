'use client';

import { useId } from 'react';
import type { Scope } from '@/lib/appointments/schema/change';

export interface ScopeChoice {
  value: Scope;
  label: string;
  /** How many visits it is for, said before it is done. */
  also: string | null;
}

interface ScopeFieldProps {
  choices: ScopeChoice[];
  legend: string;
  value: Scope;
  onChange: (scope: Scope) => void;
}

/** For how much of a series something is done; nothing where there is no series. */
export function ScopeField({ choices, legend, value, onChange }: ScopeFieldProps) {
  const name = useId();
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
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
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

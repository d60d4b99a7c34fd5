import type { ReactNode } from 'react';

export interface LabelledProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
}

interface Described {
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** A label over a field, and under it what is wrong with it and the hint, which are read with the field. */
export function Labelled({
  id,
  label,
  hint,
  error,
  children,
}: LabelledProps & { children: (described: Described) => ReactNode }) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({ 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <p id={`${id}-error`} className="text-note font-semibold text-no">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-note text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}

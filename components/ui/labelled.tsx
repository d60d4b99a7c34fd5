import type { ReactNode } from 'react';

export interface LabelledProps {
  id: string;
  label: string;
  hint?: string;
  /** Of a hint that changes while somebody types: room for its longest words, so that nothing below moves. It is read out when it changes. */
  hintLook?: string;
  error?: string | null;
}

interface Described {
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** The error and the hint under a field; it names them in its aria-describedby, as `${id}-error` and `${id}-hint`. */
export function FieldNotes({ id, error, hint, hintLook }: Omit<LabelledProps, 'label'>) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-note font-semibold text-no">
          {error}
        </p>
      )}
      {hint && (
        <p
          id={`${id}-hint`}
          aria-live={hintLook === undefined ? undefined : 'polite'}
          className={`text-note text-ink-2 ${hintLook ?? ''}`}
        >
          {hint}
        </p>
      )}
    </>
  );
}

/** A label over a field, and under it its error and its hint, which are read with the field. */
export function Labelled({
  id,
  label,
  hint,
  hintLook,
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
      <FieldNotes {...{ id, error, hint, hintLook }} />
    </div>
  );
}

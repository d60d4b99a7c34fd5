import type { TextareaHTMLAttributes } from 'react';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
}

/** A labelled field of several lines; its error and its hint are read with it. */
export function TextArea({ id, label, hint, error, ...field }: TextAreaProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...field}
      />
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

import type { TextareaHTMLAttributes } from 'react';
import { Labelled, type LabelledProps } from './labelled';

/** A labelled input of several lines. */
export function TextArea({
  id,
  label,
  hint,
  error,
  ...field
}: LabelledProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>) {
  return (
    <Labelled {...{ id, label, hint, error }}>
      {(described) => <textarea id={id} rows={3} className="field" {...described} {...field} />}
    </Labelled>
  );
}

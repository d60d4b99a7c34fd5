import type { InputHTMLAttributes } from 'react';
import { Labelled, type LabelledProps } from './labelled';

/** A labelled input of one line. */
export function Field({
  id,
  label,
  hint,
  error,
  ...input
}: LabelledProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>) {
  return (
    <Labelled {...{ id, label, hint, error }}>
      {(described) => <input id={id} className="field" {...described} {...input} />}
    </Labelled>
  );
}

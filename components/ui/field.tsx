import type { InputHTMLAttributes } from 'react';
import { Labelled, type LabelledProps } from './labelled';

/** A labelled input; its error and its hint are read with it. */
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

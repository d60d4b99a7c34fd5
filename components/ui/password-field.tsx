'use client';

import { type InputHTMLAttributes, useState } from 'react';
import { Labelled, type LabelledProps } from './labelled';

interface PasswordFieldProps extends LabelledProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> {
  words: { show: string; hide: string; showPassword: string; hidePassword: string };
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ id, label, hint, error, words, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Labelled {...{ id, label, hint, error }}>
      {(described) => (
        <div className="relative">
          <input
            id={id}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            className="field pr-25"
            {...described}
            {...input}
          />
          <button
            type="button"
            aria-label={shown ? words.hidePassword : words.showPassword}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 min-w-20 rounded-small px-3 text-note font-semibold text-brand hover:bg-wash"
          >
            {shown ? words.hide : words.show}
          </button>
        </div>
      )}
    </Labelled>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { type InputHTMLAttributes, useState } from 'react';
import { Labelled, type LabelledProps } from './labelled';

type PasswordFieldProps = LabelledProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>;

/** A field for a password, which can be looked at while it is typed. */
export function PasswordField({ id, label, hint, hintLook, error, ...input }: PasswordFieldProps) {
  const t = useTranslations('passwordField');
  const [shown, setShown] = useState(false);
  return (
    <Labelled {...{ id, label, hint, hintLook, error }}>
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
            aria-label={t(shown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 min-w-20 rounded-small px-3 text-note font-semibold text-brand hover:bg-wash"
          >
            {t(shown ? 'hide' : 'show')}
          </button>
        </div>
      )}
    </Labelled>
  );
}

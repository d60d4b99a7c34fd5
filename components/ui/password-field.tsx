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
        // In large letters the button stands under the field, and not over what is typed.
        <div className="@container">
          <div className="relative @max-[12rem]:grid">
            <input
              id={id}
              type={shown ? 'text' : 'password'}
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              required
              className="field pr-25 @max-[12rem]:pr-3.5"
              {...described}
              {...input}
            />
            <button
              type="button"
              aria-label={t(shown ? 'hidePassword' : 'showPassword')}
              onClick={() => setShown(!shown)}
              className="absolute inset-y-1 right-1 min-w-20 @max-[12rem]:static @max-[12rem]:min-h-11 @max-[12rem]:justify-self-end rounded-small px-3 text-note font-semibold text-brand hover:bg-wash"
            >
              {t(shown ? 'hide' : 'show')}
            </button>
          </div>
        </div>
      )}
    </Labelled>
  );
}

'use client';

import { type FormEvent, useRef, useState } from 'react';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';

export interface PasswordFailure {
  /** Which input it is about; null: the whole. */
  field: 'current' | 'next' | 'again' | null;
  text: string;
}

interface PasswordFormProps {
  /** Leaves the page when the password was changed. */
  save: (current: string, next: string) => Promise<PasswordFailure>;
  /** Fewest characters of a new password. */
  min: number;
  words: Record<
    | 'title'
    | 'text'
    | 'current'
    | 'next'
    | 'nextHint'
    | 'again'
    | 'change'
    | 'changing'
    | 'missing'
    | 'tooShort'
    | 'different'
    | 'failed'
    | 'show'
    | 'hide'
    | 'showPassword'
    | 'hidePassword',
    string
  >;
}

export function PasswordForm({ save, min, words }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasswordFailure | null>(null);

  function check(current: string, next: string, again: string): PasswordFailure | null {
    if (!current) return { field: 'current', text: words.missing };
    if (next.length < min) return { field: 'next', text: next ? words.tooShort : words.missing };
    return next === again ? null : { field: 'again', text: words.different };
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [current = '', next = '', again = ''] = ['current', 'next', 'again'].map((name) => String(data.get(name)));
    setBusy(true);
    const refused = check(current, next, again) ?? (await save(current, next).catch(() => null));
    setBusy(false);
    const failed = refused ?? { field: null, text: words.failed };
    setFailure(failed);
    (form.current?.elements.namedItem(failed.field ?? 'current') as HTMLInputElement | null)?.focus();
  }

  const error = (field: PasswordFailure['field']) => (failure?.field === field ? failure.text : null);
  return (
    // Post, so that in no case a password ends up in an address.
    <form ref={form} method="post" noValidate onSubmit={submit} className="card grid gap-4 p-5 sm:p-6">
      <h2>{words.title}</h2>
      <p className="text-ink-2">{words.text}</p>
      <PasswordField
        id="current"
        name="current"
        autoComplete="current-password"
        words={words}
        label={words.current}
        error={error('current')}
      />
      <PasswordField
        id="next"
        name="next"
        autoComplete="new-password"
        words={words}
        label={words.next}
        hint={words.nextHint}
        error={error('next')}
      />
      <PasswordField
        id="again"
        name="again"
        autoComplete="new-password"
        words={words}
        label={words.again}
        error={error('again')}
      />
      <div role="alert">
        {failure?.field === null && (
          <p className="rounded-m bg-no-wash px-4 py-3 font-semibold text-no">{failure.text}</p>
        )}
      </div>
      <SubmitButton pending={busy} busy={words.changing} look="justify-self-start">
        {words.change}
      </SubmitButton>
    </form>
  );
}

'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { useAskPassword } from './ask-password';

/** The server's answer to a form that was sent. */
export type FormOutcome =
  | { ok: true }
  /** `errors` by the name of the field, `text` of the whole. */
  | { ok: false; text: string; errors?: Record<string, string>; passwordNeeded?: true };

export type FormAction = (form: FormData) => Promise<FormOutcome>;

type Refused = Extract<FormOutcome, { ok: false }> & { attempt: number };

/**
 * The state of a form of accounts: it is sent to a server action, one at a time. The inputs are the browser's own, so that nothing typed is
 * lost whatever comes back.
 */
export function useAccountForm(action: FormAction, then?: (form: FormData) => void) {
  const t = useTranslations('form');
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [corrected, setCorrected] = useState<string[]>([]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    start(async () => {
      const outcome = await ask(
        () => action(form),
        (answer) => !answer.ok && answer.passwordNeeded === true,
      ).catch((error): FormOutcome => {
        // On to another page.
        unstable_rethrow(error);
        return { ok: false, text: t('unreachable') };
      });
      start(() => {
        setCorrected([]);
        // Whoever does not give the password left it be.
        const leftBe = !outcome.ok && outcome.passwordNeeded;
        setRefused((before) => (outcome.ok || leftBe ? null : { ...outcome, attempt: (before?.attempt ?? 0) + 1 }));
        if (outcome.ok) then?.(form);
      });
    });
  }

  const errors = refused?.errors ?? {};
  return {
    submit,
    /** A field that is typed into is no longer wrong, as far as one knows; the summary above says what was sent back. */
    correct: (event: FormEvent<HTMLFormElement>) => {
      const { name, id } = event.target as HTMLInputElement;
      if (errors[name || id]) setCorrected((before) => [...before, name || id]);
    },
    pending,
    errorOf: (field: string): string | null => (corrected.includes(field) ? null : (errors[field] ?? null)),
    /** As the key of ErrorSummary it has that take the focus anew each time. */
    attempt: refused?.attempt,
    summary: { title: refused?.text ?? null, errors: Object.entries(errors) },
  };
}

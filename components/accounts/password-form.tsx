'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { normalisedPassword } from '@/lib/platform/passwords';
import { NewPasswordField } from './new-password-field';
import type { Judge } from './use-said';

export interface PasswordFailure {
  /** The input that it is about; null: the form as a whole. */
  field: 'current' | 'next' | 'again' | null;
  text: string;
}

interface PasswordFormProps {
  /** Leaves the page when the password was changed. */
  save: (current: string, next: string) => Promise<PasswordFailure>;
  judge: Judge;
  /** Fewest characters of a new password. */
  min: number;
  /** A calendar feed is on: its address changes along. */
  renewsFeed: boolean;
}

/** The form for a new password, for someone who is signed in and knows the old one. */
export function PasswordForm({ save, judge, min, renewsFeed }: PasswordFormProps) {
  const t = useTranslations('account');
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasswordFailure | null>(null);
  const [inIt, setInIt] = useState(false);

  function check(current: string, next: string, again: string): PasswordFailure | null {
    if (!current) return { field: 'current', text: t('missing') };
    if (!next) return { field: 'next', text: t('missing') };
    // As they are compared when somebody signs in: devices write one and the same character in several ways.
    return normalisedPassword(next) === normalisedPassword(again) ? null : { field: 'again', text: t('different') };
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [current = '', next = '', again = ''] = ['current', 'next', 'again'].map((name) => String(data.get(name)));
    setBusy(true);
    setFailure(null);
    const refused = check(current, next, again) ?? (await save(current, next).catch(() => null));
    setBusy(false);
    const failed = refused ?? { field: null, text: t('failed') };
    setFailure(failed);
    const field = form.current?.elements.namedItem(failed.field ?? 'current') as HTMLInputElement | null;
    // Whoever is in the field already does not hear what is said with it.
    setInIt(document.activeElement === field);
    field?.focus();
  }

  /** A field that is typed into is no longer wrong, as far as one knows. */
  const correct = ({ target }: FormEvent) =>
    setFailure((before) => (before?.field === (target as HTMLInputElement).name ? null : before));
  const error = (field: PasswordFailure['field']) => (failure?.field === field ? failure.text : null);
  return (
    // Post, so that in no case a password ends up in an address.
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      onInput={correct}
      className="card grid gap-4 p-5 sm:p-6"
    >
      <h2>{t('password')}</h2>
      <p className="text-ink-2">{t('passwordText')}</p>
      {renewsFeed && <p className="text-ink-2">{t('passwordFeed')}</p>}
      <PasswordField
        id="current"
        name="current"
        autoComplete="current-password"
        label={t('current')}
        error={error('current')}
      />
      <NewPasswordField
        id="next"
        name="next"
        judge={judge}
        label={t('next')}
        hint={t('nextHint', { min })}
        error={error('next')}
      />
      <PasswordField id="again" name="again" autoComplete="new-password" label={t('again')} error={error('again')} />
      <Alert text={failure?.field === null || inIt ? failure?.text : null} hidden={failure?.field != null} />
      <SubmitButton pending={busy} busy={t('changing')} look="justify-self-start">
        {t('change')}
      </SubmitButton>
    </form>
  );
}

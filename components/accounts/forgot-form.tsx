'use client';

import { useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Sent, type SentWords } from './sent';
import { type FormAction, useAccountForm } from './use-account-form';

interface ForgotFormProps {
  send: FormAction;
  words: Record<'title' | 'intro' | 'email' | 'submit' | 'submitting' | 'unreachable', string> & { sent: SentWords };
}

export function ForgotForm({ send, words }: ForgotFormProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm(send, words.unreachable, (data) => setSentTo(String(data.get('email')).trim()));
  return (
    <>
      {sentTo !== null && <Sent email={sentTo} onAgain={() => setSentTo(null)} words={words.sent} />}
      <form
        method="post"
        noValidate
        onSubmit={form.submit}
        onInput={form.correct}
        className={sentTo === null ? 'grid gap-5' : 'hidden'}
      >
        <h1>{words.title}</h1>
        <p className="text-ink-2">{words.intro}</p>
        <ErrorSummary key={form.attempt} {...form.summary} />
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          label={words.email}
          error={form.errorOf('email')}
        />
        <button
          type="submit"
          className="button button-go"
          disabled={!form.ready}
          aria-disabled={form.pending || undefined}
        >
          {form.pending ? words.submitting : words.submit}
        </button>
      </form>
    </>
  );
}

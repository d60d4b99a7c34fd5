'use client';

import { useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { LanguageField } from './language-field';
import { Sent, type SentWords } from './sent';
import { type FormAction, useAccountForm } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField, type ZoneWords } from './zone-field';

interface SignUpFormProps {
  send: FormAction;
  locale: string;
  zones: { choices: ZoneChoice[]; words: ZoneWords };
  words: Record<
    | 'title'
    | 'intro'
    | 'name'
    | 'email'
    | 'phone'
    | 'phoneHint'
    | 'language'
    | 'languageHint'
    | 'submit'
    | 'submitting'
    | 'unreachable',
    string
  > & { sent: SentWords };
}

/** Who a patient is; the password comes with the link in the mail. The form stays behind what is said after it, for another try. */
export function SignUpForm({ send, locale, zones, words }: SignUpFormProps) {
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
          id="name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          label={words.name}
          error={form.errorOf('name')}
        />
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          label={words.email}
          error={form.errorOf('email')}
        />
        <Field
          id="phone"
          name="phone"
          type="tel"
          autoComplete="tel"
          label={words.phone}
          hint={words.phoneHint}
          error={form.errorOf('phone')}
        />
        <ZoneField saved={null} {...zones} error={form.errorOf('zone')} />
        <LanguageField initial={locale} label={words.language} hint={words.languageHint} />
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

'use client';

import { type ReactNode, useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { Sent, type SentWords } from './sent';
import { type FormAction, useAccountForm } from './use-account-form';

export type MailFormWords = Record<'title' | 'intro' | 'submit' | 'submitting' | 'unreachable', string> & {
  sent: SentWords;
};

interface MailFormProps {
  send: FormAction;
  words: MailFormWords;
  /** The fields, "email" among them; `errorOf` says what is wrong with one. */
  children: (errorOf: (field: string) => string | null) => ReactNode;
}

/** A form that a mail answers. It stays behind what is said after it, for another try. */
export function MailForm({ send, words, children }: MailFormProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm(send, words.unreachable, (data) => setSentTo(String(data.get('email')).trim()));
  return (
    <>
      {sentTo !== null && <Sent email={sentTo} onAgain={() => setSentTo(null)} words={words.sent} />}
      <AccountForm
        form={form}
        className={sentTo === null ? 'grid gap-5' : 'hidden'}
        heading={
          <>
            <h1>{words.title}</h1>
            <p className="text-ink-2">{words.intro}</p>
          </>
        }
      >
        {children(form.errorOf)}
        <SubmitButton pending={form.pending} busy={words.submitting}>
          {words.submit}
        </SubmitButton>
      </AccountForm>
    </>
  );
}

'use client';

import { EmailField } from '@/components/ui/email-field';
import { MailForm, type MailFormWords } from './mail-form';
import type { FormAction } from './use-account-form';

interface ForgotFormProps {
  send: FormAction;
  words: MailFormWords & { email: string };
}

export function ForgotForm({ send, words }: ForgotFormProps) {
  return (
    <MailForm send={send} words={words}>
      {(errorOf) => <EmailField autoComplete="username" label={words.email} error={errorOf('email')} />}
    </MailForm>
  );
}

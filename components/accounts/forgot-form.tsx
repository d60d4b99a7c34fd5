'use client';

import { useTranslations } from 'next-intl';
import { EmailField } from '@/components/ui/email-field';
import { MailForm } from './mail-form';
import type { FormAction } from './use-account-form';

/** The form for a forgotten password: the e-mail of the account. */
export function ForgotForm({ send }: { send: FormAction }) {
  const t = useTranslations('forgot');
  const form = useTranslations('form');
  return (
    <MailForm
      send={send}
      title={t('title')}
      intro={t('intro')}
      sent={(address) => t.rich('sentText', address)}
      help={t('sentHelp')}
      again={t('again')}
    >
      {(errorOf) => <EmailField autoComplete="username" label={form('email')} error={errorOf('email')} />}
    </MailForm>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { EmailField } from '@/components/ui/email-field';
import { LanguageField } from './language-field';
import { MailForm } from './mail-form';
import { PersonFields } from './person-fields';
import type { FormAction } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField } from './zone-field';

interface SignUpFormProps {
  send: FormAction;
  /** The clinic's name. */
  clinic: string;
  zones: ZoneChoice[];
}

/** The form in which a patient asks for an account; the password is chosen with the link in the mail. */
export function SignUpForm({ send, clinic, zones }: SignUpFormProps) {
  const t = useTranslations('signUp');
  const form = useTranslations('form');
  return (
    <MailForm
      send={send}
      title={t('title')}
      intro={t('intro', { clinic })}
      sent={(address) => t.rich('sentText', address)}
      help={t('sentHelp')}
      again={t('again')}
    >
      {(errorOf) => (
        <>
          <PersonFields errorOf={errorOf}>
            <EmailField autoComplete="email" label={form('email')} error={errorOf('email')} />
          </PersonFields>
          <ZoneField saved={null} choices={zones} error={errorOf('zone')} />
          <LanguageField label={form('language')} hint={form('languageHint')} />
        </>
      )}
    </MailForm>
  );
}

'use client';

import { EmailField } from '@/components/ui/email-field';
import { Field } from '@/components/ui/field';
import { LanguageField } from './language-field';
import { MailForm, type MailFormWords } from './mail-form';
import type { FormAction } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField, type ZoneWords } from './zone-field';

interface SignUpFormProps {
  send: FormAction;
  locale: string;
  zones: { choices: ZoneChoice[]; words: ZoneWords };
  words: MailFormWords & Record<'name' | 'email' | 'phone' | 'phoneHint' | 'language' | 'languageHint', string>;
}

/** Who a patient is; the password comes with the link in the mail. */
export function SignUpForm({ send, locale, zones, words }: SignUpFormProps) {
  return (
    <MailForm send={send} words={words}>
      {(errorOf) => (
        <>
          <Field
            id="name"
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            label={words.name}
            error={errorOf('name')}
          />
          <EmailField autoComplete="email" label={words.email} error={errorOf('email')} />
          <Field
            id="phone"
            name="phone"
            type="tel"
            autoComplete="tel"
            label={words.phone}
            hint={words.phoneHint}
            error={errorOf('phone')}
          />
          <ZoneField saved={null} {...zones} error={errorOf('zone')} />
          <LanguageField initial={locale} label={words.language} hint={words.languageHint} />
        </>
      )}
    </MailForm>
  );
}

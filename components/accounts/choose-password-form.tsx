'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { NewPasswordField } from './new-password-field';
import { type FormAction, useAccountForm } from './use-account-form';
import type { Judge } from './use-said';
import type { ZoneChoice } from './zone-choices';
import { ZoneField } from './zone-field';

interface ChoosePasswordFormProps {
  /** Goes on to the next page when it is done. */
  choose: FormAction;
  judge: Judge;
  email: string;
  /** Fewest characters of a password. */
  min: number;
  /** Time zones, for an account that is made here. */
  zones?: { saved: string | null; choices: ZoneChoice[] };
}

/** The first password of an account, or a new one for one that was forgotten; typed once: it can be looked at. */
export function ChoosePasswordForm({ choose, judge, email, min, zones }: ChoosePasswordFormProps) {
  const t = useTranslations('form');
  const welcome = useTranslations('welcome');
  const form = useAccountForm(choose);
  return (
    <AccountForm form={form}>
      {/* What a password manager keeps the password under. */}
      <Field
        id="email"
        name="username"
        type="email"
        autoComplete="username"
        readOnly
        value={email}
        label={t('email')}
        tabIndex={-1}
        className="field border-line bg-wash"
      />
      <NewPasswordField
        id="password"
        name="password"
        judge={judge}
        label={t('password')}
        hint={t('passwordHint', { min })}
        error={form.errorOf('password')}
      />
      {zones && <ZoneField {...zones} error={form.errorOf('zone')} />}
      <SubmitButton pending={form.pending} busy={welcome('submitting')}>
        {welcome(zones ? 'submit' : 'resetSubmit')}
      </SubmitButton>
    </AccountForm>
  );
}

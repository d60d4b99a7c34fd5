'use client';

import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { type FormAction, useAccountForm } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField, type ZoneWords } from './zone-field';

interface ChoosePasswordFormProps {
  /** Goes on to the next page when it is done. */
  choose: FormAction;
  email: string;
  /** For an account that is made here. */
  zones?: { saved: string | null; choices: ZoneChoice[]; words: ZoneWords };
  words: Record<
    | 'email'
    | 'password'
    | 'hint'
    | 'show'
    | 'hide'
    | 'showPassword'
    | 'hidePassword'
    | 'submit'
    | 'submitting'
    | 'unreachable',
    string
  >;
}

/** The password, typed once: it can be looked at. */
export function ChoosePasswordForm({ choose, email, zones, words }: ChoosePasswordFormProps) {
  const form = useAccountForm(choose, words.unreachable);
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
        label={words.email}
        tabIndex={-1}
        className="field border-line bg-wash"
      />
      <PasswordField
        id="password"
        name="password"
        autoComplete="new-password"
        label={words.password}
        hint={words.hint}
        error={form.errorOf('password')}
        words={words}
      />
      {zones && <ZoneField {...zones} error={form.errorOf('zone')} />}
      <SubmitButton pending={form.pending} busy={words.submitting}>
        {words.submit}
      </SubmitButton>
    </AccountForm>
  );
}

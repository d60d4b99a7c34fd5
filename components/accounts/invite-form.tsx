'use client';

import { useState } from 'react';
import { EmailField } from '@/components/ui/email-field';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { DoctorFields, type DoctorFieldsProps } from './doctor-fields';
import { LanguageField } from './language-field';
import { type FormAction, useAccountForm } from './use-account-form';

export type InvitedRole = 'patient' | 'doctor' | 'admin';

interface InviteFormProps {
  send: FormAction;
  locale: string;
  doctor: Pick<DoctorFieldsProps, 'choices' | 'words'>;
  words: Record<
    | 'role'
    | InvitedRole
    | 'adminHint'
    | 'name'
    | 'nameHint'
    | 'email'
    | 'language'
    | 'submit'
    | 'submitting'
    | 'unreachable',
    string
  >;
}

const ROLES = ['doctor', 'patient', 'admin'] as const;

/** Whom the front desk invites. What was typed stays when another role is chosen. */
export function InviteForm({ send, locale, doctor, words }: InviteFormProps) {
  const [role, setRole] = useState<InvitedRole>('doctor');
  const form = useAccountForm(send, words.unreachable);
  return (
    <AccountForm form={form} className="card grid gap-5 p-5 sm:p-6">
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-semibold">{words.role}</legend>
        <div className="flex flex-wrap gap-x-8">
          {ROLES.map((value) => (
            <label key={value} className="flex min-h-11 items-center gap-3">
              <input
                id={value === 'doctor' ? 'role' : undefined}
                type="radio"
                name="role"
                value={value}
                checked={value === role}
                onChange={() => setRole(value)}
                className="size-5 shrink-0 accent-brand"
              />
              {words[value]}
            </label>
          ))}
        </div>
        {role === 'admin' && <p className="text-ink-2">{words.adminHint}</p>}
      </fieldset>
      <Field
        id="name"
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        label={words.name}
        hint={role === 'doctor' ? words.nameHint : undefined}
        error={form.errorOf('name')}
      />
      <EmailField autoComplete="off" label={words.email} error={form.errorOf('email')} />
      <div className={role === 'doctor' ? 'grid gap-5' : 'hidden'}>
        <DoctorFields specialty="" languages={[]} {...doctor} errorOf={form.errorOf} />
      </div>
      <LanguageField initial={locale} label={words.language} />
      <SubmitButton pending={form.pending} busy={words.submitting} look="button-go justify-self-start">
        {words.submit}
      </SubmitButton>
    </AccountForm>
  );
}

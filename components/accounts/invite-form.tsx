'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmailField } from '@/components/ui/email-field';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { DoctorFields } from './doctor-fields';
import { LanguageField } from './language-field';
import { type FormAction, useAccountForm } from './use-account-form';

interface InviteFormProps {
  send: FormAction;
  /** Languages that a doctor may speak. */
  languages: [code: string, name: string][];
}

const ROLES = ['doctor', 'patient', 'admin'] as const;

/** The front desk's form to invite somebody. What was typed stays when another role is chosen. */
export function InviteForm({ send, languages }: InviteFormProps) {
  const t = useTranslations('invite');
  const fields = useTranslations('form');
  const [role, setRole] = useState<(typeof ROLES)[number]>('doctor');
  const form = useAccountForm(send);
  return (
    <AccountForm form={form} className="card grid gap-5 p-5 sm:p-6">
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-semibold">{t('role')}</legend>
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
              {t(value)}
            </label>
          ))}
        </div>
        {role === 'admin' && <p className="text-ink-2">{t('adminHint')}</p>}
      </fieldset>
      <Field
        id="name"
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        label={fields('name')}
        hint={role === 'doctor' ? t('nameHint') : undefined}
        error={form.errorOf('name')}
      />
      <EmailField autoComplete="off" label={fields('email')} error={form.errorOf('email')} />
      <div className={role === 'doctor' ? 'grid gap-5' : 'hidden'}>
        <DoctorFields
          specialty=""
          specialtyHint={t('specialtyHint')}
          languages={[]}
          choices={languages}
          errorOf={form.errorOf}
        />
      </div>
      <LanguageField label={t('locale')} />
      <SubmitButton pending={form.pending} busy={t('submitting')} look="button-go justify-self-start">
        {t('submit')}
      </SubmitButton>
    </AccountForm>
  );
}

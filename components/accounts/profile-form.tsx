'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { DoctorFields, type DoctorFieldsProps } from './doctor-fields';
import { PersonFields } from './person-fields';
import { type FormAction, useAccountForm } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField } from './zone-field';

interface ProfileFormProps {
  save: FormAction;
  profile: { name: string; email: string; phone: string; zone: string };
  zones: ZoneChoice[];
  /** For a doctor. */
  doctor: Omit<DoctorFieldsProps, 'errorOf'> | null;
}

/** The form for the own details; of a doctor also the specialty and the languages. */
export function ProfileForm({ save, profile, zones, doctor }: ProfileFormProps) {
  const t = useTranslations('account');
  const fields = useTranslations('form');
  const [saved, setSaved] = useState(false);
  const form = useAccountForm(save, () => setSaved(true));
  const { errorOf } = form;
  return (
    <AccountForm
      form={form}
      heading={<h2 id="details">{t('details')}</h2>}
      aria-labelledby="details"
      onSubmit={(event) => {
        setSaved(false);
        form.submit(event);
      }}
      onChange={() => setSaved(false)}
      className="card grid gap-5 p-5 sm:p-6"
    >
      <PersonFields name={profile.name} phone={profile.phone} errorOf={errorOf}>
        <dl className="grid gap-1">
          <dt className="font-semibold">{fields('email')}</dt>
          <dd className="wrap-anywhere">{profile.email}</dd>
          <dd className="text-note text-ink-2">{t('emailText')}</dd>
        </dl>
      </PersonFields>
      {doctor && <DoctorFields {...doctor} errorOf={errorOf} />}
      <ZoneField
        saved={profile.zone}
        choices={zones}
        hint={doctor ? t('zoneDoctor') : undefined}
        error={errorOf('zone')}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={form.pending} busy={t('saving')}>
          {t('saveDetails')}
        </SubmitButton>
        <p role="status" className="font-semibold text-ok">
          {saved && t('profileSaved')}
        </p>
      </div>
    </AccountForm>
  );
}

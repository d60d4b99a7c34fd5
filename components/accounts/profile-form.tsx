'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { DoctorFields, type DoctorFieldsProps } from './doctor-fields';
import { type FormAction, useAccountForm } from './use-account-form';
import type { ZoneChoice } from './zone-choices';
import { ZoneField, type ZoneWords } from './zone-field';

interface ProfileFormProps {
  save: FormAction;
  profile: { name: string; email: string; phone: string; zone: string };
  zones: { choices: ZoneChoice[]; words: ZoneWords };
  /** For a doctor. */
  doctor: DoctorFieldsProps | null;
  words: Record<
    'title' | 'name' | 'email' | 'emailText' | 'phone' | 'phoneHint' | 'save' | 'saving' | 'saved' | 'unreachable',
    string
  >;
}

/** What people say of themselves. */
export function ProfileForm({ save, profile, zones, doctor, words }: ProfileFormProps) {
  const [saved, setSaved] = useState(false);
  const form = useAccountForm(save, words.unreachable, () => setSaved(true));
  return (
    <AccountForm
      form={form}
      heading={<h2 id="details">{words.title}</h2>}
      aria-labelledby="details"
      onSubmit={(event) => {
        setSaved(false);
        form.submit(event);
      }}
      onChange={() => setSaved(false)}
      className="card grid gap-5 p-5 sm:p-6"
    >
      <Field
        id="name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={profile.name}
        label={words.name}
        error={form.errorOf('name')}
      />
      <dl className="grid gap-1">
        <dt className="font-semibold">{words.email}</dt>
        <dd className="wrap-anywhere">{profile.email}</dd>
        <dd className="text-note text-ink-2">{words.emailText}</dd>
      </dl>
      <Field
        id="phone"
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={profile.phone}
        label={words.phone}
        hint={words.phoneHint}
        error={form.errorOf('phone')}
      />
      {doctor && <DoctorFields {...doctor} errorOf={form.errorOf} />}
      <ZoneField saved={profile.zone} {...zones} error={form.errorOf('zone')} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={form.pending} busy={words.saving}>
          {words.save}
        </SubmitButton>
        <p role="status" className="font-semibold text-ok">
          {saved && words.saved}
        </p>
      </div>
    </AccountForm>
  );
}

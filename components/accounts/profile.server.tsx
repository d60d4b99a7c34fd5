import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { ownProfile } from '@/lib/accounts/queries/profile';
import type { Actor } from '@/lib/platform/actor';
import { doctorWords, zoneField } from './form-words';
import { languageChoices } from './language-choices';
import { ProfileForm } from './profile-form';
import type { FormAction } from './use-account-form';

/** The actor's own details, to be changed. */
export async function Profile({ actor, save }: { actor: Actor; save: FormAction }) {
  const [t, form, welcome, locale, { doctor, phone, ...profile }] = await Promise.all([
    getTranslations('account'),
    getTranslations('form'),
    getTranslations('welcome'),
    getLocale(),
    ownProfile(actor),
  ]);
  return (
    <ProfileForm
      save={save}
      profile={{ ...profile, phone: phone ?? '' }}
      zones={await zoneField(doctor ? t('zoneDoctor') : welcome('zoneHint'))}
      doctor={doctor && { ...doctor, choices: languageChoices(locale), words: await doctorWords() }}
      words={{
        title: t('details'),
        name: form('name'),
        email: form('email'),
        emailText: t('emailText'),
        phone: form('phone'),
        phoneHint: form('phoneHint'),
        save: t('saveDetails'),
        saving: t('saving'),
        saved: t('profileSaved'),
        unreachable: form('unreachable'),
      }}
    />
  );
}

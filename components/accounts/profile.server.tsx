import 'server-only';
import { getLocale } from 'next-intl/server';
import { ownProfile } from '@/lib/accounts/queries/profile';
import type { Actor } from '@/lib/platform/actor';
import { languageChoices } from './language-choices';
import { ProfileForm } from './profile-form';
import type { FormAction } from './use-account-form';
import { zoneChoices } from './zone-choices';

/** The actor's own details, to be changed. */
export async function Profile({ actor, save }: { actor: Actor; save: FormAction }) {
  const [locale, { doctor, phone, ...profile }] = await Promise.all([getLocale(), ownProfile(actor)]);
  return (
    <ProfileForm
      save={save}
      profile={{ ...profile, phone: phone ?? '' }}
      zones={zoneChoices(locale)}
      doctor={doctor && { ...doctor, choices: languageChoices(locale) }}
    />
  );
}

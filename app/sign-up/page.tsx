import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { SignUpForm } from '@/components/accounts/sign-up-form';
import { zoneChoices } from '@/components/accounts/zone-choices';
import { Words } from '@/components/ui/words';
import { currentActor } from '@/lib/accounts/queries/actor';
import { settings } from '@/lib/platform/settings';
import { sendSignUp } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('signUp'))('title') };
}

export default async function SignUp() {
  if (await currentActor()) redirect('/');
  const [t, locale] = await Promise.all([getTranslations('signUp'), getLocale()]);
  return (
    <Door>
      <DoorCard>
        <Words of={['signUp', 'form']}>
          <SignUpForm send={sendSignUp} clinic={settings().clinic.name} zones={zoneChoices(locale)} />
        </Words>
        <p>
          {t('have')}{' '}
          <a className="link inline-flex min-h-11 items-center" href="/sign-in">
            {t('signIn')}
          </a>
        </p>
        <p className="text-note text-ink-2">{t('doctors')}</p>
      </DoorCard>
    </Door>
  );
}

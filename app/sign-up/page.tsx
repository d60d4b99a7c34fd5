import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { mailFormWords, zoneField } from '@/components/accounts/form-words';
import { SignUpForm } from '@/components/accounts/sign-up-form';
import { currentActor } from '@/lib/accounts/queries/actor';
import { settings } from '@/lib/platform/settings';
import { sendSignUp } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('signUp'))('title') };
}

export default async function SignUp() {
  if (await currentActor()) redirect('/');
  const [t, form, welcome, locale] = await Promise.all([
    getTranslations('signUp'),
    getTranslations('form'),
    getTranslations('welcome'),
    getLocale(),
  ]);
  const words = {
    ...(await mailFormWords('signUp', t('intro', { clinic: settings().clinic.name }))),
    name: form('name'),
    email: form('email'),
    phone: form('phone'),
    phoneHint: form('phoneHint'),
    language: form('language'),
    languageHint: form('languageHint'),
  };
  return (
    <Door>
      <DoorCard>
        <SignUpForm send={sendSignUp} locale={locale} zones={await zoneField(welcome('zoneHint'))} words={words} />
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

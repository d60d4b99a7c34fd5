import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ForgotForm } from '@/components/accounts/forgot-form';
import { sendReset } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('forgot'))('title') };
}

export default async function Forgot() {
  const [t, form] = await Promise.all([getTranslations('forgot'), getTranslations('form')]);
  const words = {
    title: t('title'),
    intro: t('intro'),
    email: form('email'),
    submit: t('submit'),
    submitting: t('submitting'),
    unreachable: form('unreachable'),
    sent: {
      title: t('sentTitle'),
      text: t('sentText', { email: '{email}' }),
      help: t('sentHelp'),
      again: t('again'),
    },
  };
  return (
    <Door>
      <DoorCard>
        <ForgotForm send={sendReset} words={words} />
        <p>
          <a className="link inline-flex min-h-11 items-center" href="/sign-in">
            {t('back')}
          </a>
        </p>
      </DoorCard>
    </Door>
  );
}

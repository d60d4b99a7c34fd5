import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ForgotForm } from '@/components/accounts/forgot-form';
import { mailFormWords } from '@/components/accounts/form-words';
import { sendReset } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('forgot'))('title') };
}

export default async function Forgot() {
  const [t, form] = await Promise.all([getTranslations('forgot'), getTranslations('form')]);
  const words = {
    ...(await mailFormWords('forgot', t('intro'))),
    email: form('email'),
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

import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ForgotForm } from '@/components/accounts/forgot-form';
import { Words } from '@/components/ui/words';
import { sendReset } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('forgot'))('title') };
}

export default async function Forgot() {
  const t = await getTranslations('forgot');
  return (
    <Door>
      <DoorCard>
        <Words of={['forgot', 'form']}>
          <ForgotForm send={sendReset} />
        </Words>
        <p>
          <a className="link inline-flex min-h-11 items-center" href="/sign-in">
            {t('back')}
          </a>
        </p>
      </DoorCard>
    </Door>
  );
}

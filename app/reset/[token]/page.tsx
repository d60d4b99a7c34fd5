import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form';
import { passwordWords } from '@/components/accounts/form-words';
import { LinkClosed } from '@/components/accounts/link-closed';
import { findLink } from '@/lib/accounts/queries/link';
import { chooseNewPassword } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('welcome'))('resetTitle') };
}

interface ResetProps {
  params: Promise<{ token: string }>;
}

/** Where the mail about a forgotten password leads. */
export default async function Reset({ params }: ResetProps) {
  const { token } = await params;
  const [t, link] = await Promise.all([getTranslations('welcome'), findLink(token, ['reset'], new Date())]);
  return (
    <Door>
      <DoorCard>
        {link.state === 'open' ? (
          <>
            <h1>{t('resetTitle')}</h1>
            <p className="text-ink-2">{t('resetIntro')}</p>
            <ChoosePasswordForm
              choose={chooseNewPassword.bind(null, token)}
              email={link.email}
              words={await passwordWords(t('resetSubmit'), t('submitting'))}
            />
          </>
        ) : (
          <LinkClosed state={link.state} kind="reset" />
        )}
      </DoorCard>
    </Door>
  );
}

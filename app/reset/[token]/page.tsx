import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form';
import { LinkClosed } from '@/components/accounts/link-closed';
import { Words } from '@/components/ui/words';
import { findLink } from '@/lib/accounts/queries/link';
import { MIN_PASSWORD } from '@/lib/accounts/schema';
import { chooseNewPassword, judgeResetPassword } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('welcome'))('resetTitle') };
}

interface ResetProps {
  params: Promise<{ token: string }>;
}

/** The page that the mail about a forgotten password leads to. */
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
            <Words of={['welcome', 'form', 'passwordField']}>
              <ChoosePasswordForm
                choose={chooseNewPassword.bind(null, token)}
                judge={judgeResetPassword.bind(null, token)}
                email={link.email}
                min={MIN_PASSWORD}
              />
            </Words>
          </>
        ) : (
          <LinkClosed state={link.state} kind="reset" />
        )}
      </DoorCard>
    </Door>
  );
}

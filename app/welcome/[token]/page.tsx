import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form';
import { passwordWords, zoneField } from '@/components/accounts/form-words';
import { LinkClosed } from '@/components/accounts/link-closed';
import { findLink } from '@/lib/accounts/queries/link';
import { settings } from '@/lib/platform/settings';
import { chooseFirstPassword } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('welcome'))('title') };
}

interface WelcomeProps {
  params: Promise<{ token: string }>;
}

/** Where the mail of a sign-up or an invitation leads. */
export default async function Welcome({ params }: WelcomeProps) {
  const { token } = await params;
  const [t, link] = await Promise.all([
    getTranslations('welcome'),
    findLink(token, ['sign_up', 'invitation'], new Date()),
  ]);
  if (link.state !== 'open') {
    return (
      <Door>
        <DoorCard>
          <LinkClosed state={link.state} kind={link.kind ?? null} />
        </DoorCard>
      </Door>
    );
  }
  return (
    <Door>
      <DoorCard>
        <h1>{t('greeting', { name: link.name })}</h1>
        <p className="text-ink-2">{t('intro', { clinic: settings().clinic.name })}</p>
        <ChoosePasswordForm
          choose={chooseFirstPassword.bind(null, token)}
          email={link.email}
          zones={{ saved: link.zone, ...(await zoneField(t('zoneHint'))) }}
          words={await passwordWords(t('submit'), t('submitting'))}
        />
      </DoorCard>
    </Door>
  );
}

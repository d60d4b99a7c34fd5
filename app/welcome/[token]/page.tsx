import { getLocale, getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form';
import { LinkClosed } from '@/components/accounts/link-closed';
import { zoneChoices } from '@/components/accounts/zone-choices';
import { Words } from '@/components/ui/words';
import { findLink } from '@/lib/accounts/queries/link';
import { MIN_PASSWORD } from '@/lib/accounts/schema';
import { settings } from '@/lib/platform/settings';
import { chooseFirstPassword, judgeFirstPassword } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('welcome'))('title') };
}

interface WelcomeProps {
  params: Promise<{ token: string }>;
}

/** The page that the mail of a sign-up or an invitation leads to. */
export default async function Welcome({ params }: WelcomeProps) {
  const { token } = await params;
  const [t, locale, link] = await Promise.all([
    getTranslations('welcome'),
    getLocale(),
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
        <Words of={['welcome', 'form', 'passwordField']}>
          <ChoosePasswordForm
            choose={chooseFirstPassword.bind(null, token)}
            judge={judgeFirstPassword.bind(null, token)}
            email={link.email}
            min={MIN_PASSWORD}
            zones={{ saved: link.zone, choices: zoneChoices(locale) }}
          />
        </Words>
      </DoorCard>
    </Door>
  );
}

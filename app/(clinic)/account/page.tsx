import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { LanguageForm } from '@/components/accounts/language-form';
import { PasswordAsked } from '@/components/accounts/password-asked';
import { PasswordForm } from '@/components/accounts/password-form';
import { Profile } from '@/components/accounts/profile.server';
import { Sessions } from '@/components/accounts/sessions.server';
import { CalendarSection } from '@/components/notifications/calendar-section.server';
import { Words } from '@/components/ui/words';
import { isLocale } from '@/lib/accounts/policy';
import { MIN_PASSWORD } from '@/lib/accounts/schema';
import { ownCalendarChoice } from '@/lib/notifications/queries/calendar-choice';
import { prove } from '../prove-action';
import { judgePassword, saveLanguage, saveOwnProfile, savePassword } from './actions';
import { saveFeed, saveVisitMail } from './calendar-actions';
import { endOne, endOthers } from './session-actions';

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  const actor = await pageActor();
  const [t, { saved }, calendar] = await Promise.all([
    getTranslations('account'),
    searchParams,
    ownCalendarChoice(actor),
  ]);
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <h1>{t('title')}</h1>
      <Words of={['account', 'calendarChoice', 'copyLink', 'form', 'passwordField', 'proof', 'send', 'sessions']}>
        <PasswordAsked prove={prove}>
          <Profile actor={actor} save={saveOwnProfile} />
          <LanguageForm
            chosen={isLocale(actor.locale) ? actor.locale : null}
            saved={saved === 'language'}
            save={saveLanguage}
          />
          <CalendarSection {...{ actor, saved, saveVisitMail, saveFeed }} />
          <PasswordForm
            save={savePassword}
            judge={judgePassword}
            min={MIN_PASSWORD}
            renewsFeed={calendar?.feedOn ?? false}
          />
          <Sessions actor={actor} end={endOne} endOthers={endOthers} />
        </PasswordAsked>
      </Words>
    </div>
  );
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { clinicContact } from '@/app/clinic-contact';
import { chooseLanguage } from '@/app/sign-in/actions';
import { AccountMenu } from '@/components/accounts/account-menu';
import { LanguageSwitch } from '@/components/accounts/language-switch';
import { NoteUse } from '@/components/accounts/note-use';
import { OwnPage } from '@/components/accounts/own-page';
import { LiveUpdates } from '@/components/live/live-updates';
import { Bell } from '@/components/notifications/bell.server';
import { Brand } from '@/components/ui/brand';
import { Contact } from '@/components/ui/contact';
import { NavLink } from '@/components/ui/nav-link';
import { Words } from '@/components/ui/words';
import { currentActor } from '@/lib/accounts/queries/actor';
import { settings } from '@/lib/platform/settings';
import { signOut } from './actions';
import { answerVisit } from './requests/actions';

/** Links that on a small phone leave no room for the clinic's name; they stand in the account menu, too. */
const ROOMY = 'max-[26rem]:hidden';

/** The frame around every page but the call. It shows who is signed in; what they may see each page decides. */
export default async function ClinicLayout({ children, dialog }: { children: ReactNode; dialog: ReactNode }) {
  const [t, actor] = await Promise.all([getTranslations('clinic'), currentActor()]);
  return (
    <div className="flex min-h-dvh flex-col">
      <OwnPage person={actor?.id ?? null} />
      <a href="#main" className="button absolute top-2 left-2 z-20 -translate-y-24 focus:translate-y-0">
        {t('skip')}
      </a>
      <header className="border-b border-line bg-card pt-[env(safe-area-inset-top)]">
        <div className="mx-auto flex min-h-17 max-w-400 items-center gap-2 py-2 pr-[max(12px,env(safe-area-inset-right))] pl-[max(16px,env(safe-area-inset-left))] sm:px-6">
          <a href="/" className="mr-auto flex min-h-11 min-w-0 items-center rounded-small no-underline">
            <Brand {...settings().clinic} logoUrl={settings().clinic.logoUrl} />
          </a>
          <nav aria-label={t('nav')} className="flex items-center gap-1 text-note whitespace-nowrap">
            {actor?.role === 'patient' && (
              <NavLink href="/book" className="max-sm:hidden">
                {t('book')}
              </NavLink>
            )}
            {actor?.role === 'patient' && (
              <NavLink href="/schedule" softFrom="/">
                {t('schedule')}
              </NavLink>
            )}
            {actor?.role === 'doctor' && (
              <>
                <NavLink href="/" className={ROOMY}>
                  {t('week')}
                </NavLink>
                <NavLink href="/requests" className="max-sm:hidden">
                  {t('requests')}
                </NavLink>
                <NavLink href="/hours" className="max-sm:hidden">
                  {t('hours')}
                </NavLink>
              </>
            )}
            {actor?.role === 'admin' && (
              <>
                <NavLink href="/" className={ROOMY}>
                  {t('people')}
                </NavLink>
                <NavLink href="/desk" className={ROOMY}>
                  {t('desk')}
                </NavLink>
              </>
            )}
            <NavLink href="/help" className="max-sm:hidden">
              {t('help')}
            </NavLink>
            {!actor && <NavLink href="/sign-in">{t('signIn')}</NavLink>}
          </nav>
          {actor?.role === 'doctor' && (
            <Words of={['answers']}>
              <Bell actor={actor} send={answerVisit} />
            </Words>
          )}
          {actor && (
            <Words of={['signOut']}>
              <AccountMenu actor={actor} signOut={signOut} />
            </Words>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-line bg-card pb-[env(safe-area-inset-bottom)] text-note">
        <div className="mx-auto flex max-w-400 flex-wrap items-start justify-between gap-x-10 gap-y-2 px-4 py-4 sm:px-6">
          <Contact {...(await clinicContact())} />
          {!actor && <LanguageSwitch choose={chooseLanguage} />}
        </div>
      </footer>
      {dialog}
      {actor && <LiveUpdates />}
      {actor && <NoteUse />}
    </div>
  );
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { clinicContact } from '@/app/clinic-contact';
import { chooseLanguage } from '@/app/sign-in/actions';
import { LanguageSwitch } from '@/components/accounts/language-switch';
import { OwnPage } from '@/components/accounts/own-page';
import { Brand } from '@/components/ui/brand';
import { Contact } from '@/components/ui/contact';
import { settings } from '@/lib/platform/settings';

/** The frame of the pages before sign-in: the clinic, the language, one card, help, and the clinic's contact. */
export async function Door({ children }: { children: ReactNode }) {
  const [t, contact] = await Promise.all([getTranslations('signIn'), clinicContact()]);
  const { name, logoUrl } = settings().clinic;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-120 content-center gap-6 px-4 py-6">
      <OwnPage person={null} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Brand name={name} logoUrl={logoUrl} />
        <LanguageSwitch choose={chooseLanguage} />
      </div>
      {children}
      <p>
        <a className="link inline-flex min-h-11 items-center" href="/help">
          {t('help')}
        </a>
      </p>
      <Contact {...contact} />
    </main>
  );
}

/** One card at the door. */
export const DoorCard = ({ children }: { children: ReactNode }) => (
  <div className="card grid gap-5 p-5 sm:p-8">{children}</div>
);

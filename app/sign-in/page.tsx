import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { clinicContact } from '@/app/clinic-contact';
import { LanguageSwitch } from '@/components/accounts/language-switch';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { Brand } from '@/components/ui/brand';
import { Contact } from '@/components/ui/contact';
import { currentActor } from '@/lib/accounts/queries';
import { safePath } from '@/lib/platform/paths';
import { settings } from '@/lib/platform/settings';
import { chooseLanguage } from './actions';
import { signInWords } from './words';

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') };
}

interface SignInProps {
  searchParams: Promise<{ from?: string | string[]; changed?: string }>;
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { from, changed } = await searchParams;
  const goTo = safePath(from);
  if (await currentActor()) redirect(goTo);
  const t = await getTranslations('signIn');
  const { name, logoUrl } = settings().clinic;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-120 content-center gap-6 px-4 py-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Brand name={name} logoUrl={logoUrl} />
        <LanguageSwitch choose={chooseLanguage} />
      </div>
      <div className="card grid gap-5 p-5 sm:p-8">
        <h1>{t('title')}</h1>
        {changed === '1' && (
          <p role="status" className="rounded-m bg-ok-wash px-4 py-3 font-semibold text-ok">
            {t('changed')}
          </p>
        )}
        <SignInForm words={await signInWords()} goTo={goTo} />
        <p>
          <a className="link inline-flex min-h-11 items-center" href="/help">
            {t('help')}
          </a>
        </p>
      </div>
      <Contact {...(await clinicContact())} />
    </main>
  );
}

import { getTranslations } from 'next-intl/server';
import { clinicContact } from '@/app/clinic-contact';
import { Contact } from '@/components/ui/contact';

export async function generateMetadata() {
  return { title: (await getTranslations('notFound'))('title') };
}

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <div className="flex flex-wrap gap-3">
        <a className="button button-go" href="/">
          {t('home')}
        </a>
        <a className="button" href="/help">
          {t('help')}
        </a>
      </div>
      <Contact {...(await clinicContact())} />
    </main>
  );
}

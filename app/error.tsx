'use client';

import { useTranslations } from 'next-intl';
import { usePhoneLink } from '@/components/ui/clinic-phone';

export default function ErrorPage({ retry }: { retry: () => void }) {
  const t = useTranslations('errors');
  const phone = usePhoneLink();
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-go" onClick={() => retry()}>
          {t('retry')}
        </button>
        {/* A full load: what failed may be the running page itself. */}
        <a className="button" href="/">
          {t('home')}
        </a>
      </div>
      {phone && (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={phone.href}>
            {phone.text}
          </a>
        </p>
      )}
    </main>
  );
}

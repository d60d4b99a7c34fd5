import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { LanguageForm } from '@/components/accounts/language-form';
import { PasswordForm } from '@/components/accounts/password-form';
import { reader } from '@/components/appointments/words';
import { isLocale } from '@/lib/accounts/policy';
import { ownEmail } from '@/lib/accounts/queries';
import { MIN_PASSWORD } from '@/lib/accounts/schema';
import { zoneCity } from '@/lib/appointments/when';
import { saveLanguage, savePassword } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  const actor = await pageActor('/account');
  const [t, { saved }, email, { locale }] = await Promise.all([
    getTranslations('account'),
    searchParams,
    ownEmail(actor),
    reader(actor),
  ]);
  const details = [
    [t('name'), actor.name],
    [t('email'), email],
    [t('zone'), t('zoneText', { city: zoneCity(actor.zone, locale), zone: actor.zone })],
  ];
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <h1>{t('title')}</h1>
      <section aria-labelledby="details" className="card grid gap-3 p-5 sm:p-6">
        <h2 id="details">{t('details')}</h2>
        <dl className="grid gap-3">
          {details.map(([term, value]) => (
            <div key={term}>
              <dt className="text-note text-ink-2">{term}</dt>
              <dd className="font-semibold wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-ink-2">{t('detailsText')}</p>
      </section>
      <LanguageForm
        chosen={isLocale(actor.locale) ? actor.locale : null}
        saved={saved === 'language'}
        save={saveLanguage}
      />
      <PasswordForm
        save={savePassword}
        min={MIN_PASSWORD}
        words={{
          title: t('password'),
          text: t('passwordText'),
          current: t('current'),
          next: t('next'),
          nextHint: t('nextHint', { min: MIN_PASSWORD }),
          again: t('again'),
          change: t('change'),
          changing: t('changing'),
          missing: t('missing'),
          tooShort: t('tooShort', { min: MIN_PASSWORD }),
          different: t('different'),
          failed: t('failed'),
        }}
      />
    </div>
  );
}

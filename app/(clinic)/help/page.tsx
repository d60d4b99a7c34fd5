import { getTranslations } from 'next-intl/server';
import { clinicContact } from '@/app/clinic-contact';
import { telephone } from '@/components/ui/contact';
import { Guide, Steps } from '@/components/ui/guide';
import { settings } from '@/lib/platform/settings';

export async function generateMetadata() {
  return { title: (await getTranslations('help'))('title') };
}

/** Help with video visits, for everyone, signed in or not. */
export default async function HelpPage() {
  const t = await getTranslations('help');
  const { phone, note } = await clinicContact();
  const minutes = settings().joinWindow.opensMinutesBefore;
  // The types of keys know no places in lists.
  const text = (key: string) => t(key as 'intro', { minutes });
  const within = (key: string) => Object.keys(t.raw(key as 'intro')).map((place) => `${key}.${place}`);
  const steps = (key: string) => within(key).map(text);
  return (
    <div className="mx-auto grid max-w-160 gap-8 px-4 py-6 sm:px-6">
      <div className="grid gap-2">
        <h1>{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </div>
      <section aria-labelledby="before" className="grid gap-3">
        <h2 id="before">{t('before')}</h2>
        <Steps steps={steps('beforeSteps')} />
      </section>
      <section aria-labelledby="browsers" className="grid gap-3">
        <h2 id="browsers">{t('browsers')}</h2>
        <p>{t('browsersText')}</p>
      </section>
      <section aria-labelledby="permissions" className="grid gap-3">
        <h2 id="permissions">{t('permissions')}</h2>
        <p>{t('permissionsText')}</p>
        {within('guides').map((guide) => (
          <Guide key={guide} title={text(`${guide}.title`)} steps={steps(`${guide}.steps`)} />
        ))}
      </section>
      <section aria-labelledby="trouble" className="grid gap-3">
        <h2 id="trouble">{t('trouble')}</h2>
        {within('troubles').map((guide) => (
          <Guide key={guide} title={text(`${guide}.title`)} steps={steps(`${guide}.steps`)} />
        ))}
      </section>
      <section aria-labelledby="contact" className="card grid gap-3 p-5 sm:p-6">
        <h2 id="contact">{t('contact')}</h2>
        <p>{t(phone ? 'contactPhone' : 'contactNone')}</p>
        {phone && (
          <a className="button button-go flex-wrap gap-x-1.5 gap-y-0 justify-self-start" href={telephone(phone.number)}>
            <span>{phone.label}</span> <span>{phone.number}</span>
          </a>
        )}
        <p>
          <strong>{t('emergency')}</strong> <span className="block">{note}</span>
        </p>
      </section>
    </div>
  );
}

import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { doctorWords } from '@/components/accounts/form-words';
import { InviteForm } from '@/components/accounts/invite-form';
import { languageChoices } from '@/components/accounts/language-choices';
import { mayInvite } from '@/lib/accounts/policy';
import { sendInvitation } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('invite'))('title') };
}

export default async function InvitePage() {
  const actor = await pageActor('/invite');
  if (!mayInvite(actor)) redirect('/');
  const [t, form, locale] = await Promise.all([getTranslations('invite'), getTranslations('form'), getLocale()]);
  const words = {
    role: t('role'),
    patient: t('patient'),
    doctor: t('doctor'),
    admin: t('admin'),
    adminHint: t('adminHint'),
    name: form('name'),
    nameHint: t('nameHint'),
    email: form('email'),
    language: t('locale'),
    submit: t('submit'),
    submitting: t('submitting'),
    unreachable: form('unreachable'),
  };
  return (
    <div className="mx-auto grid max-w-160 gap-5 px-4 py-6 text-sm sm:px-6">
      <p>
        <Link href="/" prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="text-ink-2">{t('intro')}</p>
      <InviteForm
        send={sendInvitation}
        locale={locale}
        doctor={{ choices: languageChoices(locale), words: await doctorWords(t('specialtyHint')) }}
        words={words}
      />
    </div>
  );
}

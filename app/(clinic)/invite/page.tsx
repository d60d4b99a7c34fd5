import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { InviteForm } from '@/components/accounts/invite-form';
import { languageChoices } from '@/components/accounts/language-choices';
import { PasswordAsked } from '@/components/accounts/password-asked';
import { Words } from '@/components/ui/words';
import { mayInvite } from '@/lib/accounts/policy';
import { prove } from '../prove-action';
import { sendInvitation } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('invite'))('title') };
}

export default async function InvitePage() {
  const actor = await pageActor();
  if (!mayInvite(actor)) redirect('/');
  const [t, locale] = await Promise.all([getTranslations('invite'), getLocale()]);
  return (
    <div className="mx-auto grid max-w-160 gap-5 px-4 py-6 text-sm sm:px-6">
      <p>
        <Link href="/" prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="text-ink-2">{t('intro')}</p>
      <Words of={['form', 'invite', 'passwordField', 'proof']}>
        <PasswordAsked prove={prove}>
          <InviteForm send={sendInvitation} languages={languageChoices(locale)} />
        </PasswordAsked>
      </Words>
    </div>
  );
}

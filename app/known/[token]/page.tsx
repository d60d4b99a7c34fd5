import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { LinkClosed } from '@/components/accounts/link-closed';
import { Alert } from '@/components/ui/alert';
import { findLink } from '@/lib/accounts/queries/link';
import { makeKnown } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('known'))('title') };
}

interface KnownProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ wait?: string }>;
}

/** The page of the mail to somebody whose account strangers guess at: with its button this browser is known, and counted apart. */
export default async function Known({ params, searchParams }: KnownProps) {
  const [{ token }, { wait }] = await Promise.all([params, searchParams]);
  const [t, link] = await Promise.all([getTranslations('known'), findLink(token, ['device'], new Date())]);
  return (
    <Door>
      <DoorCard>
        {link.state === 'open' ? (
          <>
            <h1>{t('title')}</h1>
            <p className="text-ink-2">{t('text', { email: link.email })}</p>
            <Alert text={wait === '1' ? t('wait') : null} />
            <form action={makeKnown.bind(null, token)}>
              <button type="submit" className="button button-go w-full">
                {t('go')}
              </button>
            </form>
          </>
        ) : (
          <LinkClosed state={link.state} kind="device" />
        )}
      </DoorCard>
    </Door>
  );
}

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { Words } from '@/components/ui/words';
import { currentActor } from '@/lib/accounts/queries/actor';
import { sessionEnd } from '@/lib/accounts/queries/session-end';
import { sessionClaims } from '@/lib/adapters/session';
import { safePath } from '@/lib/platform/paths';

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') };
}

interface SignInProps {
  searchParams: Promise<Record<'from' | 'changed' | 'feed' | 'known' | 'out', string | string[] | undefined>>;
}

/** What brought somebody here: what they just did, or how their session ended. */
async function noticeOf({ changed, feed, known, out }: Awaited<SignInProps['searchParams']>) {
  const t = await getTranslations('signIn');
  const good = (text: string) => ({ text, neutral: false });
  if (known === '1') return good(t('known'));
  if (changed === '1') return good(t(feed === '1' ? 'changedWithFeed' : 'changed'));
  if (out === '1') return good(t('ended.signed_out'));
  const end = await sessionEnd(await sessionClaims(), new Date());
  return end && { text: t(`ended.${end}`), neutral: true };
}

export default async function SignIn({ searchParams }: SignInProps) {
  const params = await searchParams;
  const goTo = safePath(params.from);
  if (await currentActor()) redirect(goTo);
  const t = await getTranslations('signIn');
  return (
    <Door>
      <DoorCard>
        <h1>{t('title')}</h1>
        <Words of={['signIn', 'passwordField']}>
          <SignInForm goTo={goTo} notice={await noticeOf(params)} />
        </Words>
        <p>
          <a className="link inline-flex min-h-11 items-center" href="/forgot">
            {t('forgot')}
          </a>
        </p>
      </DoorCard>
      <section aria-labelledby="new" className="card grid gap-3 p-5 sm:p-8">
        <h2 id="new">{t('new')}</h2>
        <p className="text-ink-2">{t('newText')}</p>
        <a href="/sign-up" className="button">
          {t('signUp')}
        </a>
      </section>
    </Door>
  );
}

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Door, DoorCard } from '@/app/door';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { Words } from '@/components/ui/words';
import { currentActor } from '@/lib/accounts/queries/actor';
import { safePath } from '@/lib/platform/paths';

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') };
}

interface SignInProps {
  searchParams: Promise<{ from?: string | string[]; changed?: string; feed?: string; known?: string }>;
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { from, changed, feed, known } = await searchParams;
  const goTo = safePath(from);
  if (await currentActor()) redirect(goTo);
  const t = await getTranslations('signIn');
  return (
    <Door>
      <DoorCard>
        <h1>{t('title')}</h1>
        {known === '1' && <Notice text={t('known')} />}
        {changed === '1' && <Notice text={t(feed === '1' ? 'changedWithFeed' : 'changed')} />}
        <Words of={['signIn', 'passwordField']}>
          <SignInForm goTo={goTo} />
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

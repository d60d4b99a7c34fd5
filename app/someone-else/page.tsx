import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signOut } from '@/app/(clinic)/actions';
import { Door, DoorCard } from '@/app/door';
import { SignOut } from '@/components/accounts/sign-out';
import { Words } from '@/components/ui/words';
import { currentActor } from '@/lib/accounts/queries/actor';

export async function generateMetadata() {
  return { title: (await getTranslations('someoneElse'))('title') };
}

/** Where a page leads that is one person's, and sends something after another signed in in the same browser. */
export default async function SomeoneElse() {
  const [t, actor] = await Promise.all([getTranslations('someoneElse'), currentActor()]);
  if (!actor) redirect('/sign-in');
  return (
    <Door>
      <DoorCard>
        <h1>{t('title')}</h1>
        <p>{t('text', { name: actor.name })}</p>
        {/* A full load: the page before was made for somebody else. */}
        <a href="/" className="button button-go">
          {t('go', { name: actor.name })}
        </a>
        <Words of={['signOut']}>
          <SignOut signOut={signOut} look="button w-full">
            {t('signOut')}
          </SignOut>
        </Words>
      </DoorCard>
    </Door>
  );
}

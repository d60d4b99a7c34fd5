import { getTranslations } from 'next-intl/server';
import type { LinkKind } from '@/lib/accounts/policy';
import type { FoundLink } from '@/lib/accounts/queries';

/** What to do next, the most likely first. */
function ways(state: FoundLink['state'], page: 'welcome' | 'reset') {
  if (page === 'reset') return state === 'used' ? (['signIn', 'forgot'] as const) : (['forgot', 'signIn'] as const);
  return state === 'used' || state === 'taken' ? (['signIn', 'forgot'] as const) : (['signUp', 'signIn'] as const);
}

const PATHS = { signIn: '/sign-in', signUp: '/sign-up', forgot: '/forgot' } as const;

/** Why a link leads nowhere, and what leads on. */
export async function LinkClosed({
  state,
  kind,
}: {
  state: Exclude<FoundLink['state'], 'open'>;
  kind: LinkKind | null;
}) {
  const t = await getTranslations('linkClosed');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t(state, { kind: kind ?? 'other' })}</p>
      <div className="grid gap-3">
        {ways(state, kind === 'reset' ? 'reset' : 'welcome').map((way, index) => (
          <a key={way} href={PATHS[way]} className={`button ${index === 0 ? 'button-go' : ''}`}>
            {t(way)}
          </a>
        ))}
      </div>
    </>
  );
}

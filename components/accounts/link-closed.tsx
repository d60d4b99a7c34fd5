import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { LinkKind } from '@/lib/accounts/link-state';
import type { FoundLink } from '@/lib/accounts/queries/link';

/** The ways on from a closed link, the most likely first. Whoever was invited does not sign up: that makes patients. */
function ways(state: FoundLink['state'], kind: LinkKind | null) {
  if (state === 'used' || state === 'taken') return ['signIn', 'forgot'] as const;
  if (kind === 'device') return ['signIn', 'forgot'] as const;
  if (kind === 'reset') return ['forgot', 'signIn'] as const;
  return kind === 'invitation' ? (['signIn'] as const) : (['signUp', 'signIn'] as const);
}

const PATHS = { signIn: '/sign-in', signUp: '/sign-up', forgot: '/forgot' } as const;

/** The reason for which a link leads nowhere, and the ways on. */
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
        {ways(state, kind).map((way, index) => (
          <a key={way} href={PATHS[way]} className={`button ${index === 0 ? 'button-go' : ''}`}>
            {t(way === 'forgot' && kind !== 'reset' ? 'password' : way)}
          </a>
        ))}
      </div>
    </>
  );
}

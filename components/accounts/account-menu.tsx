import 'server-only';
import { getTranslations } from 'next-intl/server';
import { initials } from '@/components/ui/names';
import type { Actor } from '@/lib/platform/actor';
import { SignOut } from './sign-out';

interface AccountMenuProps {
  actor: Actor;
  signOut: () => Promise<void>;
}

/** Pages that the bar above has no room for on a phone. */
const PAGES = {
  patient: [],
  doctor: [
    ['week', '/'],
    ['requests', '/requests'],
    ['hours', '/hours'],
  ],
  admin: [
    ['people', '/'],
    ['desk', '/desk'],
    ['security', '/security'],
  ],
} as const;

/**
 * The menu of the own account: pages, help and sign-out. It opens and closes by the browser itself (popover). Its
 * links load their page anew, which closes it.
 */
export async function AccountMenu({ actor, signOut }: AccountMenuProps) {
  const t = await getTranslations('clinic');
  const item = 'flex min-h-12 w-full items-center rounded-small px-4 text-left no-underline hover:bg-wash';
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="grid size-11 shrink-0 place-items-center rounded-full border border-line-strong text-sm font-bold text-brand hover:bg-wash"
      >
        <span aria-hidden>{initials(actor.name)}</span>
        <span className="sr-only">{t('accountMenu', { name: actor.name })}</span>
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="fixed inset-auto top-16 right-3 m-0 w-64 max-w-[calc(100vw-24px)] rounded-m border border-line bg-card p-2 text-ink shadow-card"
      >
        <p className="border-b border-line px-4 pt-1.5 pb-2.5 font-semibold">{actor.name}</p>
        <ul className="pt-2">
          {PAGES[actor.role].map(([page, href]) => (
            <li key={page}>
              <a href={href} className={item}>
                {t(page)}
              </a>
            </li>
          ))}
          <li>
            <a href="/account" className={item}>
              {t('account')}
            </a>
          </li>
          <li>
            <a href="/help" className={item}>
              {t('help')}
            </a>
          </li>
          <li>
            <SignOut signOut={signOut} look={item}>
              {t('signOut')}
            </SignOut>
          </li>
        </ul>
      </div>
    </>
  );
}

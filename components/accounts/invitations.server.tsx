import 'server-only';
import { getTranslations } from 'next-intl/server';
import { reader } from '@/components/appointments/words/words';
import { listInvitations } from '@/lib/accounts/queries/invitations';
import { date, inSentence } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { Guarded } from './ask-password';
import { InvitationButtons } from './invitation-buttons';

interface InvitationsProps {
  actor: Actor;
  sendAgain: (id: string) => Promise<Guarded>;
  withdraw: (id: string) => Promise<Guarded>;
}

/** Invitations that were not used yet; nothing when there are none. */
export async function Invitations({ actor, sendAgain, withdraw }: InvitationsProps) {
  const now = new Date();
  const [t, to, invitations] = await Promise.all([
    getTranslations('people'),
    reader(actor),
    listInvitations(actor, now),
  ]);
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="card grid gap-1 p-4">
      <h2 id="invitations" className="text-base">
        {t('invitations')}
      </h2>
      <ul className="divide-y divide-line">
        {invitations.map(({ id, name, email, role, expiresAt, expired }) => {
          const until = { role: t(role), date: date(expiresAt.getTime(), now.getTime(), inSentence(to)) };
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
              <div className="min-w-0">
                <p className="font-[650]">{name}</p>
                <p className="break-all text-ink-2">{email}</p>
                <p className={expired ? 'font-semibold text-wait' : 'text-ink-2'}>
                  {t(expired ? 'invitedExpired' : 'invited', until)}
                </p>
              </div>
              <InvitationButtons invitation={{ id, name, email }} sendAgain={sendAgain} withdraw={withdraw} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

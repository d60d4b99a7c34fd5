import type { EndReason, SessionKind } from '@/lib/accounts/policy';
import { sessionId } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import type { SessionClaims } from '@/lib/adapters/session';
import { settings } from '@/lib/platform/settings';

/** Why a browser's session is none any more: the reason in its row, or that it was over or not used for too long. */
export type SessionEnd = EndReason | 'over';

/** Milliseconds for which it is news that a session ended: whoever opens the browser later may be somebody else. */
const NEWS = 24 * 60 * 60_000;

/** Why the session that a cookie names no longer holds, for whoever has that cookie; null: there was none, or it ended more than a day ago. */
export async function sessionEnd(claims: SessionClaims | null, now: Date): Promise<SessionEnd | null> {
  const id = sessionId.safeParse(claims?.sessionId);
  if (!id.success) return null;
  const session = await prisma().session.findUnique({
    where: { id: id.data },
    select: {
      ...{ kind: true, endReason: true, endedAt: true, usedAt: true, endsAt: true },
      person: { select: { disabledAt: true } },
    },
  });
  if (!session) return null;
  const { idle } = settings().sessions[session.kind.toLowerCase() as SessionKind];
  const byItself = Math.min(session.endsAt.getTime(), session.usedAt.getTime() + idle);
  const endedAt = (session.endedAt ?? session.person.disabledAt)?.getTime() ?? byItself;
  if (now.getTime() - endedAt > NEWS) return null;
  return session.person.disabledAt ? 'disabled' : ((session.endReason as EndReason | null) ?? 'over');
}

import type { EndReason } from '@/lib/accounts/policy';
import { sessionId } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import type { SessionClaims } from '@/lib/adapters/session';

/** Why a browser's session is none any more: the reason in its row, or that it was over or not used for too long. */
export type SessionEnd = EndReason | 'over';

/** Why the session that a cookie names no longer holds, for whoever has that cookie; null: there never was one. */
export async function sessionEnd(claims: SessionClaims | null): Promise<SessionEnd | null> {
  const id = sessionId.safeParse(claims?.sessionId);
  if (!id.success) return null;
  const session = await prisma().session.findUnique({
    where: { id: id.data },
    select: { endReason: true, person: { select: { disabledAt: true } } },
  });
  if (!session) return null;
  return session.person.disabledAt ? 'disabled' : ((session.endReason as EndReason | null) ?? 'over');
}

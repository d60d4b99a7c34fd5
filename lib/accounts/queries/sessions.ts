import { sessionHolds, sessionKind } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

export interface OwnSession {
  id: string;
  /** As the browser calls itself. */
  userAgent: string | null;
  beganAt: Date;
  /** To some minutes. */
  usedAt: Date;
  /** The end without further use, or in any case, whichever comes first. */
  endsAt: Date;
  /** Use puts the end off. */
  unlessUsed: boolean;
  /** The one that asks. */
  own: boolean;
}

/** The actor's sessions that hold at `now`, the one that asks first, then those used last. */
export async function ownSessions(actor: Actor, now: Date): Promise<OwnSession[]> {
  const { idle } = settings().sessions[sessionKind(actor.role)];
  const rows = await prisma().session.findMany({
    where: { personId: actor.id, endedAt: null, endsAt: { gt: now } },
    orderBy: [{ usedAt: 'desc' }, { id: 'desc' }],
    include: { person: { select: { role: true, sessionVersion: true, disabledAt: true } } },
  });
  return rows
    .filter(({ role, person, ...row }) =>
      sessionHolds(
        { ...row, role: roleOf(role), person: { ...person, role: roleOf(person.role) } },
        idle,
        now.getTime(),
      ),
    )
    .map(({ id, userAgent, beganAt, usedAt, endsAt }) => ({
      id,
      userAgent,
      beganAt,
      usedAt,
      endsAt: new Date(Math.min(endsAt.getTime(), usedAt.getTime() + idle)),
      unlessUsed: usedAt.getTime() + idle < endsAt.getTime(),
      own: id === actor.session.id,
    }))
    .sort((a, b) => Number(b.own) - Number(a.own));
}

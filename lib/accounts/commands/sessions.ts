import { v7 as uuidv7 } from 'uuid';
import { type PasswordNeeded, passwordNeeded } from '@/lib/accounts/commands/prove';
import { type EndReason, sessionKind } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { prisma, type Tx } from '@/lib/adapters/database';
import { addJobs } from '@/lib/adapters/jobs';
import type { NewSession } from '@/lib/adapters/session';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';
import type { SessionKind } from '@/prisma/generated/client';

/** Somebody who just proved who they are, at this session version of theirs. */
export interface Proven {
  personId: string;
  version: number;
}

/** The device from which somebody signs in. */
export interface Device {
  /** As the browser calls itself; null when it does not say. */
  userAgent: string | null;
  /** The session (id) that this browser has until now, which ends. */
  before: string | null;
}

/** Milliseconds between two notes of a session's last use. */
const NOTED_EVERY = 5 * 60_000;
/** Sessions of one person at a time; of more, the one that was used longest ago ends. */
export const MOST_SESSIONS = 50;
/** Milliseconds for which a session that is over stays to be looked at. */
const KEPT = 90 * 24 * 60 * 60_000;

/** Begins a session of somebody who was just proven; it holds only while their version is still the one that they proved. */
export async function beginSession({ personId, version }: Proven, device: Device, now: Date): Promise<NewSession> {
  const sessionId = uuidv7();
  return prisma().$transaction(async (tx) => {
    const { role } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { role: true } });
    const kind = sessionKind(roleOf(role));
    if (device.before) await end(tx, { id: device.before }, 'replaced', now);
    const others = await tx.session.findMany({
      where: { personId, endedAt: null, endsAt: { gt: now } },
      orderBy: [{ usedAt: 'desc' }, { id: 'desc' }],
      skip: MOST_SESSIONS - 1,
      select: { id: true },
    });
    if (others.length > 0) await end(tx, { id: { in: others.map(({ id }) => id) } }, 'too_many', now);
    await tx.session.create({
      data: {
        id: sessionId,
        personId,
        kind: kind.toUpperCase() as SessionKind,
        role,
        personVersion: version,
        userAgent: device.userAgent?.slice(0, 400),
        beganAt: now,
        usedAt: now,
        provenAt: now,
        endsAt: new Date(now.getTime() + settings().sessions[kind].lasts),
      },
    });
    return { sessionId, personId, version };
  });
}

/** Ends the session of this id, whoever's it is: whoever holds its cookie may. Its call ends with it. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await prisma().$transaction((tx) => end(tx, { id: sessionId }, 'signed_out', now));
}

/** Ends another session of the actor's own; ending what has ended changes nothing. */
export async function endOwnSession(
  actor: Actor,
  sessionId: string,
  now: Date,
): Promise<Result<object> | PasswordNeeded> {
  if (sessionId === actor.session.id) return refuse('forbidden');
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
  await prisma().$transaction((tx) => end(tx, { id: sessionId, personId: actor.id }, 'ended_elsewhere', now));
  return { ok: true };
}

/** Ends every session of the actor's own but the one that asks. */
export async function endOtherSessions(actor: Actor, now: Date): Promise<Result<object> | PasswordNeeded> {
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
  await prisma().$transaction((tx) =>
    end(tx, { id: { not: actor.session.id }, personId: actor.id }, 'ended_everywhere', now),
  );
  return { ok: true };
}

interface Which {
  id: string | { not: string } | { in: string[] };
  personId?: string;
}

async function end(tx: Tx, which: Which, reason: EndReason, now: Date): Promise<void> {
  const ended = await tx.session.updateManyAndReturn({
    where: { ...which, endedAt: null },
    data: { endedAt: now, endReason: reason },
    select: { id: true, personId: true },
  });
  const jobs = ended.map(({ id, personId }) => ({ payload: { sessionId: id, personId }, when: {} }));
  await addJobs(tx, 'end_calls_of_session', jobs);
}

/** Notes that a session was used, to some minutes. */
export async function noteUse({ session }: Actor, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTED_EVERY);
  if (session.usedAt > before) return;
  await prisma().session.updateMany({
    where: { id: session.id, usedAt: { lte: before }, endedAt: null },
    data: { usedAt: now },
  });
}

/** Forgets sessions that were over long ago. */
export async function sweepSessions(now: Date): Promise<void> {
  await prisma().session.deleteMany({ where: { endsAt: { lt: new Date(now.getTime() - KEPT) } } });
}

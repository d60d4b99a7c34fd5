import { prisma } from '@/lib/adapters/database';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import type { Actor } from '@/lib/platform/actor';
import type { AuditActions } from '@/lib/platform/audit';

export interface HistoryEntry {
  id: string;
  at: Date;
  /** Name and id of who did it; null: the system, by the clock. */
  actor: string | null;
  actorId: string | null;
  action: AuditActions['appointment'];
  /** Times before and after, where the change was one of time. ISO 8601, UTC. */
  startsAtBefore: string | null;
  startsAtAfter: string | null;
  proposedStartsAt: string | null;
  /** The part of its series that it was done to, where to more than this one. */
  scope: string | null;
  /** Names of the doctors before and after, where it was handed over. */
  doctorBefore: string | null;
  doctorAfter: string | null;
}

/** The history of an appointment, who did what and when, oldest first; nothing for someone who may not see it. */
export async function listHistory(actor: Actor, id: string): Promise<HistoryEntry[]> {
  if (!(await findManaged(actor, id))) return [];
  const rows = await prisma().auditEntry.findMany({
    where: { subjectType: 'appointment', subjectId: id },
    select: {
      id: true,
      at: true,
      action: true,
      before: true,
      after: true,
      actorId: true,
      actor: { select: { name: true } },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const textIn = (state: unknown, key: string) =>
    ((state as Record<string, string> | null)?.[key] ?? null) as string | null;
  const handed = rows.filter(({ action }) => action === 'appointment_handed_over');
  const nameOf = await namesOf(
    handed.flatMap(({ before, after }) => [before, after].map((s) => textIn(s, 'doctorId'))),
  );
  return rows.map(({ actor: by, before, after, ...row }) => ({
    ...row,
    action: row.action as AuditActions['appointment'],
    actor: by?.name ?? null,
    startsAtBefore: textIn(before, 'startsAt'),
    startsAtAfter: textIn(after, 'startsAt'),
    proposedStartsAt: textIn(after, 'proposedStartsAt'),
    scope: textIn(after, 'scope'),
    doctorBefore: nameOf(textIn(before, 'doctorId')),
    doctorAfter: nameOf(textIn(after, 'doctorId')),
  }));
}

async function namesOf(ids: (string | null)[]): Promise<(id: string | null) => string | null> {
  const wanted = ids.filter((id) => id !== null);
  const people =
    wanted.length === 0
      ? []
      : await prisma().person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return (id) => people.find((person) => person.id === id)?.name ?? null;
}

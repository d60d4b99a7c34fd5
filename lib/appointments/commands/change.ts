import { prisma, type Tx } from '@/lib/adapters/database';
import { auditState, type Changed, settle } from '@/lib/appointments/commands/write';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import type { Scope } from '@/lib/appointments/schema/change';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Telling, tell, tellingsOf } from '@/lib/notifications/commands/tell';
import type { Actor } from '@/lib/platform/actor';
import { type AuditActions, audit } from '@/lib/platform/audit';
import { refuse } from '@/lib/platform/problems';
import type { Prisma, AppointmentStatus as Stored } from '@/prisma/generated/client';

export interface Change {
  before: AppointmentView;
  /** The revision that the actor saw. */
  revision: number;
  from: readonly AppointmentStatus[];
  data: Prisma.AppointmentUncheckedUpdateManyInput;
  action: AuditActions['appointment'];
  /** The part of its series that changes with it, where more than this one does. */
  scope?: Scope;
  /** Does in the same transaction what must follow from the change. */
  followUp?: (tx: Tx) => Promise<void>;
}

/**
 * Changes appointments in one act, each guarded by its revision and status, with their audit entries, what their people are told and what
 * follows. False: one changed meanwhile, and the caller undoes those before it. @throws when a new time is taken (see slotConflict)
 */
export async function applyChanges(tx: Tx, actor: Actor | null, changes: Change[], now: Date): Promise<boolean> {
  const news: Telling[] = [];
  for (const change of changes) {
    const more = await apply(tx, actor, change, now);
    if (!more) return false;
    news.push(...more);
  }
  await tell(tx, news);
  return true;
}

/** Makes one change; answers the news of it, or null where the appointment changed meanwhile. */
async function apply(tx: Tx, actor: Actor | null, change: Change, now: Date): Promise<Telling[] | null> {
  const { before, revision, from, data, action, scope, followUp } = change;
  const [row] = await tx.appointment.updateManyAndReturn({
    where: { id: before.id, revision, status: { in: from.map((status) => status.toUpperCase() as Stored) } },
    data: { ...data, revision: { increment: 1 }, updatedAt: now },
  });
  if (!row) return null;
  const was = { ...before, doctorId: before.doctor.id };
  await audit(tx, actor, {
    action,
    subject: { type: 'appointment', id: before.id },
    before: auditState(was),
    after: { ...auditState(row), ...(scope && { series: before.seriesId, scope }) },
  });
  await followUp?.(tx);
  return tellingsOf(was, row);
}

/** Makes one change as a transaction of its own for an actor, with the refusals that a person can be told. */
export async function change(actor: Actor, what: Change, now: Date): Promise<Changed> {
  const done = await settle(() => prisma().$transaction((tx) => applyChanges(tx, actor, [what], now)));
  if (typeof done === 'object') return done;
  const appointment = await findManaged(actor, what.before.id);
  if (!appointment) return refuse('appointment_not_found');
  return done ? { ok: true, appointment } : changedMeanwhile(appointment);
}

/** The refusal of whoever came second of two at once, with what the first left. */
export const changedMeanwhile = ({ status, revision }: AppointmentView) =>
  refuse('appointment_changed', { current: { status, revision } });

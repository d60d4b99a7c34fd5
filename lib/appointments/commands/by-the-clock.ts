import { prisma } from '@/lib/adapters/database';
import { applyChanges } from '@/lib/appointments/commands/change';
import { findForSystem } from '@/lib/appointments/queries/find-for-system';
import { mayTransition } from '@/lib/appointments/transitions';

/** Lets a request lapse that nobody answered before its start; does nothing when it was answered or moved. */
export async function expireAppointment(id: string, now: Date): Promise<void> {
  const before = await findForSystem(id);
  if (!before) return;
  const subject = { status: before.status, startsAt: before.startsAt.getTime() };
  if (mayTransition('expire', subject, 'system', now.getTime()) !== 'ok') return;
  const { revision } = before;
  await prisma().$transaction((tx) =>
    applyChanges(
      tx,
      null,
      [{ before, revision, from: ['pending'], data: { status: 'EXPIRED' }, action: 'appointment_expired' }],
      now,
    ),
  );
}

/** Gives a proposed time free again when the visit's own time or the proposed one has come. */
export async function lapseProposal(id: string, now: Date): Promise<void> {
  const before = await findForSystem(id);
  if (!before?.proposedStartsAt || before.status !== 'confirmed') return;
  if (now < before.proposedStartsAt && now < before.startsAt) return;
  const data = { proposedStartsAt: null, proposedEndsAt: null };
  const { revision } = before;
  await prisma().$transaction((tx) =>
    applyChanges(tx, null, [{ before, revision, from: ['confirmed'], data, action: 'proposal_lapsed' }], now),
  );
}

import { prisma, type Tx } from '@/lib/adapters/database';
import { ofManager, ofParty } from '@/lib/appointments/views/permission';
import { toManaged } from '@/lib/appointments/views/redaction';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** One appointment, or null when it does not exist or the actor is not a party to it. */
export async function findAppointment(actor: Actor, id: string, tx: Tx = prisma()): Promise<AppointmentView | null> {
  const row = await tx.appointment.findFirst({ where: { AND: [{ id }, ofParty(actor)] }, select: view });
  return row && toView(row);
}

/**
 * One appointment for whoever may change it: its parties, and the front desk, which does not learn why someone sees a doctor (unless
 * the setting ADMIN_SEES_REASONS says so). Null for anyone else.
 */
export async function findManaged(actor: Actor, id: string, tx: Tx = prisma()): Promise<AppointmentView | null> {
  const row = await tx.appointment.findFirst({ where: { AND: [{ id }, ofManager(actor)] }, select: view });
  return row && toManaged(actor, row, settings());
}

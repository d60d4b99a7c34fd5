import { prisma } from '@/lib/adapters/database';
import { ofManager } from '@/lib/appointments/views/permission';
import type { Actor } from '@/lib/platform/actor';

/** The e-mail and telephone of an appointment's patient, for its doctor and the front desk; null for anyone else. */
export async function findPatientContact(
  actor: Actor,
  id: string,
): Promise<{ email: string; phone: string | null } | null> {
  if (actor.role === 'patient') return null;
  const row = await prisma().appointment.findFirst({
    where: { AND: [{ id }, ofManager(actor)] },
    select: { patient: { select: { email: true, phone: true } } },
  });
  return row?.patient ?? null;
}

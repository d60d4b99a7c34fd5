import { prisma } from '@/lib/adapters/database';
import { ofParty } from '@/lib/appointments/views/permission';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** Earlier visits of the same patient with the same doctor, newest first, for one of the two. */
export async function listEarlierVisits(
  actor: Actor,
  appointment: AppointmentView,
  limit = 20,
): Promise<AppointmentView[]> {
  const { doctor, patient, startsAt } = appointment;
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(actor), { doctorId: doctor.id, patientId: patient.id, startsAt: { lt: startsAt } }] },
    select: view,
    orderBy: { startsAt: 'desc' },
    take: limit,
  });
  return rows.map(toView);
}

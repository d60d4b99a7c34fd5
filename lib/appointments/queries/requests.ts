import { prisma } from '@/lib/adapters/database';
import { waitsForAnswer } from '@/lib/appointments/conditions';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** A doctor's appointments that wait for an answer, by start: requests, and visits for which a patient asks for another time. */
export async function listRequests(actor: Actor, now: Date): Promise<AppointmentView[]> {
  if (actor.role !== 'doctor') return [];
  const rows = await prisma().appointment.findMany({
    where: { AND: [{ doctorId: actor.id }, waitsForAnswer(now)] },
    select: view,
    orderBy: { startsAt: 'asc' },
    take: 100,
  });
  return rows.map(toView);
}

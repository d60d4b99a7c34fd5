import { prisma } from '@/lib/adapters/database';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** What waits for a doctor's answer, by start: requests, and other times that patients ask for. */
export async function listRequests(actor: Actor, now: Date): Promise<AppointmentView[]> {
  if (actor.role !== 'doctor') return [];
  const rows = await prisma().appointment.findMany({
    where: {
      doctorId: actor.id,
      startsAt: { gt: now },
      OR: [{ status: 'PENDING' }, { status: 'CONFIRMED', proposedStartsAt: { gt: now } }],
    },
    select: view,
    orderBy: { startsAt: 'asc' },
    take: 100,
  });
  return rows.map(toView);
}

import { prisma } from '@/lib/adapters/database';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';

/** One appointment for what the system does by the clock, on nobody's behalf. */
export async function findForSystem(id: string): Promise<AppointmentView | null> {
  const row = await prisma().appointment.findUnique({ where: { id }, select: view });
  return row && toView(row);
}

/** Several appointments for what the system does by the clock, by start. */
export async function findAllForSystem(ids: string[]): Promise<AppointmentView[]> {
  const rows = await prisma().appointment.findMany({
    where: { id: { in: ids } },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toView);
}

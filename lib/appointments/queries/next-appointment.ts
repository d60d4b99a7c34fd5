import { prisma } from '@/lib/adapters/database';
import { joinState } from '@/lib/appointments/policy';
import { ofParty } from '@/lib/appointments/views/permission';
import { type AppointmentView, joinable, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** The appointment to show first: one whose call is open, else the next that is confirmed or pending; null when there is none. */
export async function nextAppointment(actor: Actor, now: Date): Promise<AppointmentView | null> {
  const window = settings().joinWindow;
  const earliest = new Date(now.getTime() - window.closesMinutesAfter * 60_000);
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        ofParty(actor),
        { status: { in: ['CONFIRMED', 'PENDING'] } },
        { OR: [{ startsAt: { gte: earliest } }, { endsAt: { gt: now } }] },
      ],
    },
    select: view,
    orderBy: { startsAt: 'asc' },
    take: 20,
  });
  const views = rows.map(toView);
  const open = views.find((item) => joinState(joinable(item), now.getTime(), window).state === 'open');
  return open ?? views.find((item) => item.endsAt > now) ?? null;
}

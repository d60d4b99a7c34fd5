import { getTranslations } from 'next-intl/server';
import type { IdContext } from '@/app/api/guard';
import { apiActor, idOf } from '@/app/api/guard';
import { toCalendar } from '@/lib/appointments/calendar/publish';
import { findAppointment } from '@/lib/appointments/queries/find-appointment';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

export async function GET(_: Request, { params }: IdContext) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const appointment = await findAppointment(actor.actor, idOf(await params));
  if (!appointment) return problemResponse(refuse('appointment_not_found'));
  const text = await getTranslations('calendar');
  const { clinic, origin } = settings();
  const role = actor.actor.role === 'doctor' ? 'doctor' : 'patient';
  return new Response(toCalendar(appointment, { role, text, clinic, origin }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${appointment.startsAt.toISOString().slice(0, 10)}.ics"`,
      'cache-control': 'no-store',
    },
  });
}

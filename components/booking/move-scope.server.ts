import 'server-only';
import { getLocale } from 'next-intl/server';
import { scopeChoices } from '@/components/appointments/words/series-words.server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Reader, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { MoveScope } from './move-scope-field';

/**
 * The scopes that a move of an appointment can have within its series; `chosen` is one of them as it came in the address. `now` in
 * milliseconds since the epoch.
 */
export async function moveScope(
  actor: Actor,
  appointment: AppointmentView,
  chosen: unknown,
  now: number,
): Promise<MoveScope> {
  const [locale, choices] = await Promise.all([getLocale(), scopeChoices(actor, appointment, now)]);
  return {
    choices,
    atFirst: choices.find(({ value }) => value === chosen)?.value ?? 'one',
    city: zoneCity(appointment.doctor.zone, locale as Reader['locale']),
  };
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { ScopeChoice } from '@/components/appointments/answers/scope-field';
import { findSeriesOf } from '@/lib/appointments/queries/series-of';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** The series with this id, read once for all of its visits that a page shows. */
const read = cache((actor: Actor, seriesId: string) => findSeriesOf(actor, { seriesId }));

/** The series of an appointment; null where it is in none. */
export const seriesOf = async (actor: Actor, { seriesId }: AppointmentView) =>
  seriesId ? read(actor, seriesId) : null;

/** The visits of an appointment's series and its place among them in words; null where it is in none. */
export async function seriesWords(actor: Actor, appointment: AppointmentView) {
  const series = await seriesOf(actor, appointment);
  if (!series) return null;
  const [t, repeat] = await Promise.all([getTranslations('series'), getTranslations('repeat')]);
  const { visits, frequency, interval } = series;
  const place = {
    rule: repeat(frequency, { n: interval }),
    number: visits.findIndex((visit) => visit.id === appointment.id) + 1,
    total: visits.length,
  };
  return { visits, place: t('place', place) };
}

/**
 * The scopes for which something can be done to an appointment of a series, each with the number of its visits that are still to come.
 * None where there is no choice. `now` in milliseconds since the epoch.
 */
export async function scopeChoices(actor: Actor, appointment: AppointmentView, now: number): Promise<ScopeChoice[]> {
  const { startsAt, id } = appointment;
  const series = await seriesOf(actor, appointment);
  const coming = (series?.visits ?? []).filter(
    (visit) => visit.id === id || (isActive(visit) && visit.startsAt.getTime() > now),
  );
  const following = coming.filter((visit) => visit.startsAt >= startsAt).length;
  const all = coming.length;
  if (all < 2) return [];
  const one: ScopeChoice = { value: 'one', count: 1 };
  const some: ScopeChoice[] = following > 1 && following < all ? [{ value: 'following', count: following }] : [];
  return [one, ...some, { value: 'all', count: all }];
}

const isActive = ({ status }: AppointmentView) => status === 'pending' || status === 'confirmed';

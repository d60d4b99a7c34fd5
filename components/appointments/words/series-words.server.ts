import 'server-only';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { ScopeChoice } from '@/components/appointments/answers/scope-field';
import { findSeriesOf } from '@/lib/appointments/queries/series-of';
import type { Scope } from '@/lib/appointments/schema/change';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** Once for all visits of a series that a page shows. */
const read = cache((actor: Actor, seriesId: string) => findSeriesOf(actor, { seriesId }));

/** The series of an appointment, in words; null where it is in none. */
export async function seriesWords(actor: Actor, { id, seriesId }: AppointmentView) {
  const series = seriesId ? await read(actor, seriesId) : null;
  if (!series) return null;
  const [t, repeat] = await Promise.all([getTranslations('series'), getTranslations('repeat')]);
  const { visits, frequency, interval } = series;
  const place = {
    rule: repeat(frequency, { n: interval }),
    number: visits.findIndex((visit) => visit.id === id) + 1,
    total: visits.length,
  };
  return { visits, place: t('place', place) };
}

/**
 * For how much of its series something can be done to an appointment: with each scope the number of visits that are still to come.
 * Nothing where there is no choice. `now` in milliseconds since the epoch.
 */
export async function scopeChoices(actor: Actor, appointment: AppointmentView, now: number): Promise<ScopeChoice[]> {
  const { seriesId, startsAt, id } = appointment;
  const series = seriesId ? await read(actor, seriesId) : null;
  const coming = (series?.visits ?? []).filter(
    (visit) => visit.id === id || (isActive(visit) && visit.startsAt.getTime() > now),
  );
  const following = coming.filter((visit) => visit.startsAt >= startsAt).length;
  if (coming.length < 2) return [];
  const t = await getTranslations('series.scope');
  const counts: [Exclude<Scope, 'one'>, number][] = [
    ['following', following],
    ['all', coming.length],
  ];
  const more = counts.filter(([value, count]) => value === 'all' || (count > 1 && count < coming.length));
  return [
    { value: 'one', label: t('one'), also: null },
    ...more.map(([value, count]) => ({ value, label: t(value, { count }), also: t(`also.${value}`, { count }) })),
  ];
}

const isActive = ({ status }: AppointmentView) => status === 'pending' || status === 'confirmed';

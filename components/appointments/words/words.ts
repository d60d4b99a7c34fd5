import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { JoinTimes } from '@/components/appointments/join/join-area';
import { shortName } from '@/components/ui/names';
import { joinSpan, joinState } from '@/lib/appointments/policy';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import { clock, elsewhere, inSentence, moment, type Reader, sameClock, when, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** The actor as a reader of times: in the own zone, in this request's language. */
export async function reader(actor: Actor): Promise<Reader> {
  return { zone: actor.zone, locale: (await getLocale()) as Reader['locale'] };
}

const minutes = ({ startsAt, endsAt }: AppointmentView) => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** Time, length and zone of an appointment in words for one reader at `now` (milliseconds since the epoch). */
export async function appointmentWords(appointment: AppointmentView, now: number, to: Reader) {
  const t = await getTranslations('appointments');
  const [from, end] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  const { doctor } = appointment;
  const name = shortName(doctor.name);
  const away = sameClock(to.zone, doctor.zone, from)
    ? null
    : { time: elsewhere(from, now, inSentence(to), doctor.zone) };
  const city = zoneCity(to.zone, to.locale);
  const theirCity = zoneCity(doctor.zone, to.locale);
  return {
    start: when(from, null, now, to),
    span: when(from, end, now, to),
    length: t('length', { minutes: minutes(appointment) }),
    zone: t('zone', { city }),
    yourTime: away ? t('yourTimeAndTheirs', { city, theirCity, doctor: name, ...away }) : t('yourTime', { city }),
    theirTime: away && t('theirTime', { city: theirCity, name, ...away }),
  };
}

/** A telephone number that keeps to one line. */
export const unbroken = (phone = '') => phone.replaceAll(' ', '\u00a0');

/**
 * The reason why there is no call to join whatever the clock says; null when only the clock decides. Whole sentences, or a few words for a
 * `dense` page. `now` in milliseconds since the epoch.
 */
export async function standing(appointment: AppointmentView, now: number, dense: boolean): Promise<string | null> {
  const [t, join] = await Promise.all([
    getTranslations(dense ? 'week.sentence' : 'appointments.sentence'),
    getTranslations(dense ? 'join.short' : 'join.full'),
  ]);
  const { address } = settings().clinic;
  const phone = unbroken(settings().clinic.phone);
  const { state } = joinState(joinable(appointment), now, settings().joinWindow);
  const doctor = shortName(appointment.doctor.name);
  const call = phone ? 'yes' : 'no';
  switch (appointment.status) {
    case 'pending':
      return appointment.endsAt.getTime() <= now ? t('neverConfirmed') : t('pending', { doctor });
    case 'canceled':
      return t('canceled', { call, phone });
    case 'expired':
      return t('neverConfirmed');
    case 'declined':
      return t('declined', { doctor, call, phone });
    case 'completed':
      return join('over');
    case 'no_show':
      return t('noShow');
    case 'confirmed':
      if (state !== 'not_a_video_visit') return null;
      if (appointment.endsAt.getTime() <= now) return join('over');
      // A dense page has its sign for that.
      if (dense) return '';
      return (await getTranslations('appointments.sentence'))('inPerson', {
        where: address ? 'known' : 'unknown',
        address: address ?? '',
      });
  }
}

/** The times between which the clock chooses what is said of a call. `now` in milliseconds since the epoch. */
export function joinTimes(appointment: AppointmentView, now: number, to: Reader): JoinTimes {
  const { opensAt, closesAt } = joinSpan(joinable(appointment), settings().joinWindow);
  return { opens: moment(opensAt, now, to), from: clock(opensAt, to), until: clock(closesAt, to) };
}

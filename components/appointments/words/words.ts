import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { shortName } from '@/components/ui/names';
import { joinSpan, joinState } from '@/lib/appointments/policy';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import { clock, elsewhere, inSentence, moment, type Reader, sameClock, when, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** How the actor reads times: in the own zone, in this request's language. */
export async function reader(actor: Actor): Promise<Reader> {
  return { zone: actor.zone, locale: (await getLocale()) as Reader['locale'] };
}

const minutes = ({ startsAt, endsAt }: AppointmentView) => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** What is said of one appointment to one reader at `now` (milliseconds since the epoch). */
export async function appointmentWords(appointment: AppointmentView, now: number, to: Reader) {
  const t = await getTranslations('appointments');
  const [from, end] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  const { doctor } = appointment;
  const away = sameClock(to.zone, doctor.zone, from)
    ? null
    : { doctor: shortName(doctor.name), time: elsewhere(from, now, inSentence(to), doctor.zone) };
  const city = zoneCity(to.zone, to.locale);
  const theirCity = zoneCity(doctor.zone, to.locale);
  return {
    start: when(from, null, now, to),
    span: when(from, end, now, to),
    length: t('length', { minutes: minutes(appointment) }),
    zone: t('zone', { city }),
    yourTime: away ? t('yourTimeAndTheirs', { city, theirCity, ...away }) : t('yourTime', { city }),
    theirTime: away && t('theirTime', { city: theirCity, ...away }),
  };
}

/** A telephone number that keeps to one line. */
export const unbroken = (phone = '') => phone.replaceAll(' ', '\u00a0');

/** Whole sentences for patients, a few words for a dense page. */
export type Style = 'appointments.sentence' | 'week.sentence';

/** Why there is no call to join whatever the clock says; null when only the clock decides. */
export async function standing(appointment: AppointmentView, now: number, style: Style): Promise<string | null> {
  const t = await getTranslations(style);
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
      return t('over');
    case 'no_show':
      return t('noShow');
    case 'confirmed':
      if (state !== 'not_a_video_visit') return null;
      if (appointment.endsAt.getTime() <= now) return t('over');
      // A dense page has its sign for that.
      if (style === 'week.sentence') return '';
      return t('inPerson', { where: address ? 'known' : 'unknown', address: address ?? '' });
  }
}

/** The sentences between which the clock chooses. */
export async function clockSentences(appointment: AppointmentView, now: number, to: Reader, style: Style) {
  const t = await getTranslations(style);
  const { opensAt, closesAt } = joinSpan(joinable(appointment), settings().joinWindow);
  return {
    too_early: t('opens', moment(opensAt, now, to)),
    open: t('open', { from: clock(opensAt, to), until: clock(closesAt, to) }),
    too_late: t('over'),
  };
}

import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { scopeChoices } from '@/components/appointments/words/series-words.server';
import { shortName } from '@/components/ui/names';
import type { MoveKind } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Reader, zoneCity } from '@/lib/appointments/when';
import type { DoctorView } from '@/lib/availability/queries/doctors';
import type { Actor, Role } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { BookingFormProps } from './booking-form';
import type { PickerWords } from './slot-picker';
import type { SlotWeek } from './slot-week.server';

export async function pickerWords({ days }: SlotWeek): Promise<PickerWords> {
  const t = await getTranslations('booking');
  const byDate = (text: (day: SlotWeek['days'][number]) => string) =>
    Object.fromEntries(days.map((day) => [day.date, text(day)]));
  return {
    days: t('days'),
    times: byDate(({ name }) => t('times', { day: name })),
    free: byDate(({ slots }) => t('free', { count: slots.length })),
  };
}

/** What the form says; it runs in the browser and gets strings. `{when}` in `chosen` is filled there. */
export async function bookingWords(week: SlotWeek, doctor: DoctorView): Promise<BookingFormProps['words']> {
  const [t, problems, appointments] = await Promise.all([
    getTranslations('booking'),
    getTranslations('problems'),
    getTranslations('appointments'),
  ]);
  const { address } = settings().clinic;
  return {
    ...(await pickerWords(week)),
    gone: t('gone'),
    type: t('type'),
    video: t('video'),
    inPerson: t('inPerson'),
    onlyVideo: t('onlyVideo'),
    onlyInPerson: address ? t('onlyInPersonAt', { address }) : t('onlyInPerson'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    missingTime: t('missingTime'),
    missingType: t('missingType'),
    missingReason: t('missingReason'),
    chosen: t('chosen', { when: '{when}', length: appointments('length', { minutes: doctor.slotMinutes }) }),
    submit: t('submit'),
    submitting: t('submitting'),
    after: t('after', { doctor: shortName(doctor.name) }),
    unreachable: problems('unreachable'),
  };
}

/** For how much of its series an appointment is moved; `chosen` as it came in the address. `now` in milliseconds since the epoch. */
export async function moveScope(actor: Actor, appointment: AppointmentView, chosen: unknown, now: number) {
  const [t, locale, choices] = await Promise.all([
    getTranslations('series.scope'),
    getLocale(),
    scopeChoices(actor, appointment, now),
  ]);
  const atFirst = choices.find(({ value }) => value === chosen)?.value ?? 'one';
  return {
    choices,
    atFirst,
    legend: t('legend'),
    hint: t('moveHint', { city: zoneCity(appointment.doctor.zone, locale as Reader['locale']) }),
  };
}

/** The same for another time of an appointment, and what such a move means for whoever asks for it. */
export async function moveWords(week: SlotWeek, { doctor, patient }: AppointmentView, role: Role, kind: MoveKind) {
  const [t, booking, problems] = await Promise.all([
    getTranslations('appointment'),
    getTranslations('booking'),
    getTranslations('problems'),
  ]);
  const means = {
    patient: kind === 'proposed' ? 'moveProposal' : 'movePending',
    doctor: 'moveAtOnce',
    admin: 'moveAtOnceDesk',
  } as const;
  return {
    ...(await pickerWords(week)),
    gone: booking('gone'),
    missingTime: booking('missingTime'),
    chosen: t('moveChosen', { when: '{when}' }),
    submit: t(kind === 'proposed' ? 'moveSubmitProposal' : 'moveSubmit'),
    submitting: t('moving'),
    after: t(means[role], { doctor: shortName(doctor.name), patient: patient.name }),
    unreachable: problems('unreachable'),
  };
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Reader, zoneCity } from '@/lib/appointments/when';
import type { BookForSent } from './book-for-form';
import type { MoveScope } from './move-form';
import { type TypedMove as Typed, TypedMoveForm } from './typed-move-form';

interface TypedMoveProps {
  appointment: AppointmentView;
  reader: Reader;
  series: MoveScope;
  move: (id: string, typed: Typed) => Promise<BookForSent>;
}

/** For doctors and the front desk: any other time, typed by the doctor's clock. */
export async function TypedMove({ appointment, reader, series, move }: TypedMoveProps) {
  const { id, revision, startsAt, doctor } = appointment;
  const [t, bookFor, problems] = await Promise.all([
    getTranslations('appointment'),
    getTranslations('bookFor'),
    getTranslations('problems'),
  ]);
  const words = {
    title: t('typedTitle'),
    clock: bookFor('clock', { city: zoneCity(doctor.zone, reader.locale), zone: doctor.zone }),
    date: bookFor('date'),
    time: bookFor('time'),
    which: bookFor('which'),
    submit: t('moveSubmit'),
    submitting: t('moving'),
    unreachable: problems('unreachable'),
  };
  const date = startsAt.toLocaleDateString('sv-SE', { timeZone: doctor.zone });
  return <TypedMoveForm {...{ id, revision, date, series, move, words }} />;
}

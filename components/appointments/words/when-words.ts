import 'server-only';
import { getTranslations } from 'next-intl/server';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { elsewhere, inSentence, type Reader, sameClock, when, zoneCity } from '@/lib/appointments/when';

/** A time of an appointment on the reader's clock, and on that of each party whose clock shows another. Milliseconds since the epoch. */
export async function whenWords(
  { doctor, patient }: AppointmentView,
  from: number,
  to: number,
  now: number,
  reader: Reader,
) {
  const t = await getTranslations('appointments');
  const others = [doctor, patient].filter(({ zone }) => !sameClock(reader.zone, zone, from));
  return {
    span: when(from, to, now, reader),
    zone: t('zone', { city: zoneCity(reader.zone, reader.locale) }),
    others: others.map(({ name, zone }) =>
      t('theirTime', {
        doctor: shortName(name),
        time: elsewhere(from, now, inSentence(reader), zone),
        city: zoneCity(zone, reader.locale),
      }),
    ),
  };
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';

interface OtherTimeProps {
  appointment: AppointmentView;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** For the patient: the other time that they asked for, while it waits for an answer. */
export async function OtherTime({ appointment, reader, now }: OtherTimeProps) {
  const { status, proposedStartsAt: at, doctor } = appointment;
  if (status !== 'confirmed' || !at || at.getTime() <= now) return null;
  const t = await getTranslations('appointment');
  return (
    <p className="rounded-m bg-wait-wash px-4 py-3 text-wait tabular-nums">
      {t('proposalShort', { when: when(at.getTime(), null, now, inSentence(reader)), doctor: shortName(doctor.name) })}
    </p>
  );
}

import 'server-only';
import { CalendarClock } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';

/** Says that a patient asks for another time, and which. */
export async function ProposalNote({
  appointment,
  reader,
  now,
}: {
  appointment: AppointmentView;
  reader: Reader;
  now: number;
}) {
  const { proposedStartsAt, status } = appointment;
  if (!proposedStartsAt || status !== 'confirmed') return null;
  const t = await getTranslations('requests');
  return (
    <p className="flex items-start gap-1.5 font-semibold text-wait">
      <CalendarClock aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      {t('proposes', { time: when(proposedStartsAt.getTime(), null, now, inSentence(reader)) })}
    </p>
  );
}

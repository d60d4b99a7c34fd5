import 'server-only';
import { getTranslations } from 'next-intl/server';
import { StatusBadge } from '@/components/appointments/visit/status-badge';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';

interface VisitLineProps {
  visit: AppointmentView;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** One appointment as something to tick: when, with whom, of what kind; why only where the front desk may know. */
export async function VisitLine({ visit, reader, now }: VisitLineProps) {
  const [t, requests] = await Promise.all([getTranslations('handOver'), getTranslations('requests')]);
  const asked = visit.status === 'confirmed' ? visit.proposedStartsAt : null;
  const [start, end] = [visit.startsAt.getTime(), visit.endsAt.getTime()];
  return (
    <>
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="font-[650] tabular-nums">{when(start, end, now, reader)}</span>
        <StatusBadge status={visit.status} dense />
      </span>
      <span className="block">
        {visit.patient.name}
        <span className="text-ink-2"> · {t(visit.visitType)}</span>
        {start <= now && <span className="font-semibold text-wait"> · {t('begun')}</span>}
      </span>
      {visit.reason && <span className="block text-ink-2">{visit.reason}</span>}
      {asked && (
        <span className="block font-semibold text-wait">
          {requests('proposes', { time: when(asked.getTime(), null, now, inSentence(reader)) })}
        </span>
      )}
    </>
  );
}

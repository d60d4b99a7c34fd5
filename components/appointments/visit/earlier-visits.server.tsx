import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { listEarlierVisits } from '@/lib/appointments/queries/earlier-visits';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { StatusBadge } from './status-badge';

interface EarlierVisitsProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** For the doctor: what there was before with the same patient. */
export async function EarlierVisits({ appointment, actor, reader, now }: EarlierVisitsProps) {
  const [t, before] = await Promise.all([getTranslations('appointment'), listEarlierVisits(actor, appointment)]);
  // Of a visit weeks ahead the ones before it may be to come as well.
  const visits = before.filter(({ startsAt }) => startsAt.getTime() < now);
  return (
    <section aria-labelledby="earlier" className="grid gap-3">
      <h2 id="earlier">{t('earlier', { patient: appointment.patient.name })}</h2>
      {visits.length === 0 ? (
        <p className="text-ink-2">{t('noEarlier')}</p>
      ) : (
        <ul className="grid gap-3">
          {visits.map(({ id, startsAt, status, reason }) => (
            <li key={id} className="grid gap-1 rounded-m border border-line bg-card p-4">
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <Link
                  href={`/appointments/${id}`}
                  prefetch={false}
                  className="link inline-flex min-h-11 items-center tabular-nums"
                >
                  {when(startsAt.getTime(), null, now, reader)}
                </Link>
                <StatusBadge status={status} />
              </div>
              <p className="text-ink-2">{reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

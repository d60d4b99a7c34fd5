import 'server-only';
import { Repeat } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { seriesWords } from '@/components/appointments/words/series-words.server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { StatusBadge } from './status-badge';

interface SeriesProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Of a visit that repeats: which one it is, and the others. */
export async function Series({ appointment, actor, reader, now }: SeriesProps) {
  const [t, words] = await Promise.all([getTranslations('series'), seriesWords(actor, appointment)]);
  if (!words) return null;
  return (
    <section aria-labelledby="series" className="grid gap-3">
      <h2 id="series" className="flex items-center gap-2">
        <Repeat aria-hidden className="size-5 shrink-0" />
        {words.place}
      </h2>
      <ol className="grid">
        {words.visits.map(({ id, startsAt, status }) => (
          <li
            key={id}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-line py-1 tabular-nums"
          >
            {id === appointment.id ? (
              <span aria-current="true" className="font-bold">
                {when(startsAt.getTime(), null, now, reader)} · {t('this')}
              </span>
            ) : (
              <Link href={`/appointments/${id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
                {when(startsAt.getTime(), null, now, reader)}
              </Link>
            )}
            <span>
              <StatusBadge status={status} dense />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

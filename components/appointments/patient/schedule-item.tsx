import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { detailsKey } from '@/components/appointments/answers/available';
import { Join } from '@/components/appointments/join/join';
import { ProposedTime } from '@/components/appointments/visit/proposed-time';
import { SeriesPlace } from '@/components/appointments/visit/series-place';
import { StatusBadge } from '@/components/appointments/visit/status-badge';
import { appointmentWords } from '@/components/appointments/words/words';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';

interface ScheduleItemProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  now: number;
}

export async function ScheduleItem({ appointment, actor, reader, now }: ScheduleItemProps) {
  const [t, words] = await Promise.all([getTranslations('schedule'), appointmentWords(appointment, now, reader)]);
  const id = `appointment-${appointment.id}`;
  return (
    <article aria-labelledby={id} className="grid gap-3 rounded-m border border-line bg-card p-4">
      <div id={id}>
        <h3 className="text-lg font-bold tracking-[-0.01em] tabular-nums">{words.span}</h3>
        <div className="mt-0.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="text-ink-2">{appointment.doctor.name}</p>
          <StatusBadge status={appointment.status} />
        </div>
      </div>
      <p className="text-note text-ink-2">
        {t(appointment.visitType === 'video' ? 'video' : 'inPerson')} · {words.length} · {words.zone}
        {words.theirTime && <span className="block">{words.theirTime}</span>}
      </p>
      <SeriesPlace appointment={appointment} actor={actor} />
      <ProposedTime {...{ appointment, reader, now }} readerRole="patient" short />
      <Join appointment={appointment} reader={reader} now={now} from="/schedule" describedBy={id} />
      <Link
        href={`/appointments/${appointment.id}`}
        prefetch={false}
        aria-describedby={id}
        className="link inline-flex min-h-11 items-center justify-self-start"
      >
        {t(detailsKey(appointment, 'patient', now))}
      </Link>
    </article>
  );
}

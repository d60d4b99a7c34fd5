import 'server-only';
import { MapPin } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { Answers, answersFor } from '@/components/appointments/answers/answers';
import { Join } from '@/components/appointments/join/join';
import { ProposalNote } from '@/components/appointments/visit/proposal-note';
import { SeriesPlace } from '@/components/appointments/visit/series-place';
import { StatusBadge } from '@/components/appointments/visit/status-badge';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { clock, clockSpan, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';

const EDGES: Record<AppointmentStatus, string> = {
  confirmed: 'border-l-ok',
  pending: 'border-l-[#d99a1c]',
  canceled: 'border-l-[#d0485a]',
  declined: 'border-l-[#d0485a]',
  expired: 'border-l-[#d0485a]',
  no_show: 'border-l-[#d0485a]',
  completed: 'border-l-line-strong',
};

interface WeekCardProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  now: number;
  /** Path of the week that is shown. */
  from: string;
  answer: AnswerVisit;
}

/** Read from the left: time, status, who, why; then what there is to do. */
export async function WeekCard({ appointment, actor, reader, now, from, answer }: WeekCardProps) {
  const t = await getTranslations('appointments');
  const { id, status, patient, reason, visitType } = appointment;
  const [start, end] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  return (
    <article
      aria-labelledby={`visit-${id}`}
      className={`grid gap-1.5 rounded-small border border-l-4 border-line bg-card p-2.5 ${EDGES[status]} has-[a.button]:outline-2 has-[a.button]:outline-brand`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <p className="font-bold tabular-nums">
          {clock(start, reader)}
          <span className="sr-only">–{clock(end, reader)}</span>
        </p>
        <StatusBadge status={status} dense />
      </div>
      <h3 id={`visit-${id}`} className="font-[650]">
        <Link id={`name-${id}`} prefetch={false} href={`/appointments/${id}`} className="hover:underline">
          {patient.name}
        </Link>
        <span className="sr-only">, {clockSpan(start, end, reader)}</span>
      </h3>
      <p className="text-ink-2">{reason}</p>
      <SeriesPlace appointment={appointment} actor={actor} />
      {visitType === 'in_person' && (
        <p className="flex items-center gap-1.5 font-semibold text-ink-2">
          <MapPin aria-hidden className="size-4.5 shrink-0" />
          {t('inPerson')}
        </p>
      )}
      <ProposalNote appointment={appointment} reader={reader} now={now} />
      {/* A request says by its buttons that it waits. */}
      {!answersFor(appointment, now).includes('confirm') && (
        <Join appointment={appointment} reader={reader} now={now} from={from} describedBy={`visit-${id}`} dense />
      )}
      <Answers {...{ appointment, actor, now }} send={answer} focus={`name-${id}`} />
    </article>
  );
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { Answers } from '@/components/appointments/answers/answers';
import { ProposalNote } from '@/components/appointments/visit/proposal-note';
import { SeriesPlace } from '@/components/appointments/visit/series-place';
import { StatusBadge } from '@/components/appointments/visit/status-badge';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { date, inSentence, type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';

interface RequestItemProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  now: number;
  send?: AnswerVisit;
  /** Tells the same appointment in two places of a page apart. */
  place: string;
  /** Also with whom: for readers who are not the doctor. */
  withDoctor?: boolean;
  /** Others of its series that it stands for. */
  others?: AppointmentView[];
}

/** One appointment as a line of a list: who, when, why, and what there is to answer. */
export async function RequestItem({ appointment, actor, reader, now, send, place, ...how }: RequestItemProps) {
  const { withDoctor, others = [] } = how;
  const t = await getTranslations('schedule');
  const { id, patient, doctor, reason, status, visitType } = appointment;
  // A menu has a title of its own above its list.
  const Heading = place === 'bell' ? 'h3' : 'h2';
  const title = `${place}-${id}`;
  const [start, end] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  return (
    <article aria-labelledby={title} className="grid gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Heading id={title} className="text-sm font-[650]">
          {/* Loads its page anew, which closes a menu that this stands in. */}
          <a href={`/appointments/${id}`} className="hover:underline">
            {patient.name}
          </a>
        </Heading>
        <StatusBadge status={status} dense />
      </div>
      <p className="tabular-nums">
        {when(start, end, now, reader)}
        <span className="text-ink-2"> · {visitType === 'in_person' ? t('inPerson') : t('video')}</span>
        {withDoctor && <span className="text-ink-2"> · {doctor.name}</span>}
      </p>
      <SeriesPlace appointment={appointment} actor={actor} />
      {others.length > 0 && <p className="text-ink-2 tabular-nums">{await alsoWords(others, now, reader)}</p>}
      {reason && <p className="text-ink-2">{reason}</p>}
      <ProposalNote appointment={appointment} reader={reader} now={now} />
      {send && <Answers {...{ appointment, actor, now, send }} forAll={others.length > 0} />}
    </article>
  );
}

/** More dates than these are told by their number and the last of them. */
const FEW = 6;

async function alsoWords(others: AppointmentView[], now: number, reader: Reader): Promise<string> {
  const t = await getTranslations('series');
  const days = others.map(({ startsAt }) => date(startsAt.getTime(), now, inSentence(reader)));
  if (days.length > FEW) return t('alsoMany', { count: days.length, last: days.at(-1) ?? '' });
  return t('also', { dates: new Intl.ListFormat(reader.locale).format(days) });
}

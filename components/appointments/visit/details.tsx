import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Join } from '@/components/appointments/join/join';
import { whenWords } from '@/components/appointments/words/when-words';
import { standing } from '@/components/appointments/words/words';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import { PatientContact } from './patient-contact.server';
import { StatusBadge } from './status-badge';

interface DetailsProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** One appointment in full: when on every clock, how it stands, with whom, where and why. */
export async function Details({ appointment, actor, reader, now }: DetailsProps) {
  const { doctor, patient, visitType, reason, closingNote, status } = appointment;
  const t = await getTranslations('appointment');
  const [from, end] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  const { span, zone, others } = await whenWords(appointment, from, end, now, reader);
  const { address } = settings().clinic;
  const inPerson = address ? t('inPersonAt', { address }) : t('inPerson');
  const who: [string, string][] = [
    [t('doctor'), `${doctor.name} · ${doctor.specialty}`],
    [t('patient'), patient.name],
  ];
  const what: [string, string][] = [
    [t('where'), visitType === 'video' ? t('video') : inPerson],
    [t('reason'), reason],
    [t('note'), closingNote ?? ''],
  ];
  return (
    <section aria-label={t('details')} className="card grid gap-4 p-5 sm:p-6">
      <div id="when">
        <p className="text-xl font-bold tracking-[-0.01em] tabular-nums">{span}</p>
        <p className="mt-1 text-ink-2">{zone}</p>
        {others.map((line) => (
          <p key={line} className="text-ink-2 tabular-nums">
            {line}
          </p>
        ))}
      </div>
      <div aria-live="polite" className="grid gap-3">
        <StatusBadge status={status} />
        <Proposal {...{ appointment, actor, reader, now }} />
      </div>
      {actor.role === 'admin' ? (
        <p className="text-ink-2 empty:hidden">{await standing(appointment, now, 'week.sentence')}</p>
      ) : (
        <Join
          appointment={appointment}
          reader={reader}
          now={now}
          from={`/appointments/${appointment.id}`}
          describedBy="when"
          dense={actor.role === 'doctor'}
        />
      )}
      <dl className="grid gap-3">
        <Facts facts={who} />
        <PatientContact actor={actor} appointment={appointment} />
        <Facts facts={what} />
      </dl>
    </section>
  );
}

/** Rows of a list of facts; those without one are left out. */
function Facts({ facts }: { facts: [term: string, fact: string][] }) {
  return facts
    .filter(([, fact]) => fact)
    .map(([term, fact]) => (
      <div key={term}>
        <dt className="text-note text-ink-2">{term}</dt>
        <dd className="wrap-anywhere whitespace-pre-line">{fact}</dd>
      </div>
    ));
}

const PROPOSAL = { patient: 'proposal', doctor: 'proposalToDoctor', admin: 'proposalToDesk' } as const;

/** The other time that the patient asked for, while it is open. */
async function Proposal({ appointment, actor, reader, now }: DetailsProps) {
  const { status, proposedStartsAt: at, proposedEndsAt: end, doctor, patient } = appointment;
  if (status !== 'confirmed' || !at || !end || at.getTime() <= now) return null;
  const t = await getTranslations('appointment');
  return (
    <p className="rounded-m bg-wait-wash px-4 py-3 text-wait tabular-nums">
      {t(PROPOSAL[actor.role], {
        when: when(at.getTime(), end.getTime(), now, inSentence(reader)),
        doctor: shortName(doctor.name),
        patient: patient.name,
      })}
    </p>
  );
}

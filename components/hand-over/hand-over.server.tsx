import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { nextEnd } from '@/components/appointments/clock/upcoming';
import { reader } from '@/components/appointments/words/words';
import type { Sent } from '@/components/ui/use-send';
import { findCandidates } from '@/lib/appointments/queries/candidates';
import { MOST_IN_HAND_OVER } from '@/lib/appointments/schema/hand-over';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { nextMidnight, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { HandOverForm } from './hand-over-form';
import { VisitLine } from './visit-line';
import { handOverWords } from './words';

interface HandOverProps {
  actor: Actor;
  /** Who has them now. */
  doctor: { id: string; name: string; specialty: string; disabled: boolean };
  visits: AppointmentView[];
  /** Id of the one that is meant at first; else all are. */
  only?: string | string[];
  /** Milliseconds since the epoch. */
  now: number;
  give: (input: unknown) => Promise<Sent>;
}

/** A doctor's appointments to come, to be handed to another doctor. */
export async function HandOver({ actor, doctor, visits, only, now, give }: HandOverProps) {
  const [t, to, doctors] = await Promise.all([
    getTranslations('handOver'),
    reader(actor),
    findCandidates(doctor, visits),
  ]);
  const starts = visits.map(({ startsAt }) => startsAt.getTime()).filter((start) => start > now);
  const meant = visits.filter(({ id }) => id === only);
  return (
    <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6 text-sm sm:px-6">
      <KeepFresh renderedAt={now} until={Math.min(nextMidnight(now, to.zone), nextEnd(visits, now), ...starts)} />
      <div>
        <h1>{t('titleOf', { doctor: doctor.name })}</h1>
        <p className="mt-1 text-ink-2">{t('zone', { city: zoneCity(to.zone, to.locale) })}</p>
        <Link href="/" prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </div>
      {doctor.disabled && visits.length > 0 && (
        <p className="rounded-m bg-wait-wash px-4 py-3 font-semibold text-wait">
          {t('disabled', { doctor: doctor.name })}
        </p>
      )}
      <HandOverForm
        // Another doctor's page begins anew.
        key={doctor.id}
        visits={visits.map((visit) => ({
          id: visit.id,
          revision: visit.revision,
          asks: visit.proposedStartsAt !== null,
          line: <VisitLine visit={visit} reader={to} now={now} />,
        }))}
        first={(meant.length > 0 ? meant : visits).map(({ id }) => id)}
        doctors={doctors}
        give={give}
        words={await handOverWords(visits.length, doctor.name)}
      />
      {visits.length === MOST_IN_HAND_OVER && <p className="text-ink-2">{t('more', { count: MOST_IN_HAND_OVER })}</p>}
    </div>
  );
}

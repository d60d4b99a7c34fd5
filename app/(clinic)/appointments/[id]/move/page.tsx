import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader } from '@/components/appointments/words/words';
import { MoveForm } from '@/components/booking/move-form';
import { moveScope } from '@/components/booking/move-scope.server';
import { SlotUpdates } from '@/components/booking/slot-updates';
import { slotWeek } from '@/components/booking/slot-week.server';
import { TypedMoveForm } from '@/components/booking/typed-move-form';
import { WeekNav } from '@/components/booking/week-nav';
import { shortName } from '@/components/ui/names';
import { Words } from '@/components/ui/words';
import { moveKind } from '@/lib/appointments/transitions';
import { inSentence, when, zoneCity } from '@/lib/appointments/when';
import { findDoctor } from '@/lib/availability/queries/doctors';
import { moveVisit, moveVisitTo } from '../actions';
import { readAppointment } from '../read';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string | string[]; scope?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await getTranslations('move'))('title') };
}

/** The page that moves an appointment, to one of its doctor's free slots or to a time that is typed. */
export default async function MovePage({ params, searchParams }: Props) {
  const { actor, appointment } = await readAppointment((await params).id);
  const { id, startsAt, endsAt, status, visitType, revision } = appointment;
  const now = Date.now();
  const kind = moveKind({ status, startsAt: startsAt.getTime() }, actor.role, now);
  if (!kind) redirect(`/appointments/${id}`);
  const doctor = await findDoctor(actor, appointment.doctor.id, new Date(now));
  if (!doctor) notFound();
  const [t, to, { from, scope }] = await Promise.all([getTranslations('move'), reader(actor), searchParams]);
  const series = await moveScope(actor, appointment, scope, now);
  const asked = { from: typeof from === 'string' ? from : undefined, except: { id, startsAt }, visitType };
  const week = await slotWeek(actor, doctor, asked, now, to);
  const other = actor.role === 'patient' ? appointment.doctor.name : appointment.patient.name;
  const effects = {
    patient: kind === 'proposed' ? 'proposal' : 'pending',
    doctor: 'atOnce',
    admin: 'atOnceDesk',
  } as const;
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <KeepFresh renderedAt={now} until={Math.min(week.holdsUntil, startsAt.getTime())} />
      <SlotUpdates doctor={doctor.id} />
      <div>
        <h1>{t('title')}</h1>
        <p className="mt-1 text-ink-2 tabular-nums">
          {t('now', { when: when(startsAt.getTime(), endsAt.getTime(), now, inSentence(to)), other })}
        </p>
        <Link href={`/appointments/${id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </div>
      <WeekNav path={`/appointments/${id}/move`} week={week} doctor={doctor} reader={to} now={now} />
      <Words of={['move', 'slots', 'typedTime', 'series', 'send']}>
        <MoveForm
          {...{ id, revision, week, series }}
          effect={effects[actor.role]}
          doctor={shortName(doctor.name)}
          patient={appointment.patient.name}
          move={moveVisit}
        />
        {actor.role !== 'patient' && (
          <TypedMoveForm
            {...{ id, revision, series }}
            date={startsAt.toLocaleDateString('sv-SE', { timeZone: doctor.zone })}
            clock={{ zone: doctor.zone, city: zoneCity(doctor.zone, to.locale) }}
            move={moveVisitTo}
          />
        )}
      </Words>
    </div>
  );
}

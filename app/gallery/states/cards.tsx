import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { answerVisit } from '@/app/(clinic)/requests/actions';
import { WeekCard } from '@/components/appointments/doctor/week-card';
import { RequestItem } from '@/components/appointments/lists/request-item';
import { NextCard } from '@/components/appointments/patient/next-card';
import { ScheduleItem } from '@/components/appointments/patient/schedule-item';
import { Words } from '@/components/ui/words';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Reader } from '@/lib/appointments/when';
import { actorOf, appointment, DAY, DOCTOR, PATIENT } from './samples';

const HOUR = 60 * 60_000;

type Kind = 'next' | 'schedule' | 'week' | 'request';

async function Card({ kind, visit }: { kind: Kind; visit: AppointmentView }) {
  const now = Date.now();
  const locale = (await getLocale()) as Reader['locale'];
  const reader = { locale, zone: kind === 'next' || kind === 'schedule' ? PATIENT.zone : DOCTOR.zone };
  const about = { appointment: visit, reader, now };
  switch (kind) {
    case 'next':
      return <NextCard {...about} />;
    case 'schedule':
      return <ScheduleItem {...about} actor={actorOf('patient')} />;
    case 'week':
      return <WeekCard {...about} actor={actorOf('doctor')} from="/gallery" answer={answerVisit} />;
    case 'request':
      return <RequestItem {...about} actor={actorOf('doctor')} place="list" />;
  }
}

/** Cards of one kind below each other, each with the name of its visit. */
function Sheet({ kind, visits }: { kind: Kind; visits: Record<string, () => AppointmentView> }) {
  return (
    <Words of={['join', 'answers']}>
      <main className="mx-auto grid max-w-160 gap-4 p-4">
        <h1>{kind}</h1>
        {Object.entries(visits).map(([name, visit]) => (
          <section key={name} aria-label={name} className="grid gap-1">
            <h2 className="text-note">{name}</h2>
            <Card kind={kind} visit={visit()} />
          </section>
        ))}
      </main>
    </Words>
  );
}

const soon: Partial<AppointmentView> & { inMs?: number } = { inMs: 10 * 60_000 };
const begun = { inMs: -10 * 60_000 };
const proposal = () => ({
  proposedStartsAt: new Date(Date.now() + 2 * DAY),
  proposedEndsAt: new Date(Date.now() + 2 * DAY + HOUR),
});

/** Visits as cards show them: every status, the call not open, open, over, in person, another time asked for. */
const VISITS: Record<string, () => AppointmentView> = {
  ...Object.fromEntries(
    (['pending', 'confirmed', 'declined', 'canceled', 'expired'] as AppointmentStatus[]).map((status) => [
      status,
      () => appointment({ status }),
    ]),
  ),
  ...Object.fromEntries(
    (['completed', 'no_show', 'confirmed'] as AppointmentStatus[]).map((status) => [
      `${status} yesterday`,
      () => appointment({ status, inMs: -DAY }),
    ]),
  ),
  'call open': () => appointment(soon),
  'call open and begun': () => appointment(begun),
  'in person': () => appointment({ visitType: 'in_person' }),
  'another time asked for': () => appointment(proposal()),
};

/** Every card that shows a visit, with every visit. The next visit's card is one a page, as on the patient's home. */
export const cards: Record<string, () => ReactNode> = {
  ...Object.fromEntries(
    Object.entries(VISITS).map(([name, visit]) => [
      `next ${name}`,
      () => <Sheet kind="next" visits={{ [name]: visit }} />,
    ]),
  ),
  ...Object.fromEntries(
    (['schedule', 'week', 'request'] as const).map((kind) => [kind, () => <Sheet kind={kind} visits={VISITS} />]),
  ),
};

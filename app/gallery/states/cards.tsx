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
const PLACE = 'mx-auto grid max-w-160 gap-4 p-4';

type Kind = 'next' | 'schedule' | 'week' | 'request';

async function Card({ kind, visit }: { kind: Kind; visit: AppointmentView }) {
  const now = Date.now();
  const locale = (await getLocale()) as Reader['locale'];
  const reader = { locale, zone: kind === 'next' || kind === 'schedule' ? PATIENT.zone : DOCTOR.zone };
  const about = { appointment: visit, reader, now };
  const [patient, doctor] = [actorOf('patient'), actorOf('doctor')];
  return (
    <Words of={['join', 'answers']}>
      <main className={PLACE}>
        <h1 className="sr-only">{kind}</h1>
        {/* Stands above the cards on their pages, too. */}
        {(kind === 'schedule' || kind === 'week') && <h2 className="sr-only">{kind}</h2>}
        {kind === 'next' && <NextCard {...about} />}
        {kind === 'schedule' && <ScheduleItem {...about} actor={patient} />}
        {kind === 'week' && <WeekCard {...about} actor={doctor} from="/gallery" answer={answerVisit} />}
        {kind === 'request' && <RequestItem {...about} actor={doctor} place="list" />}
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

const KINDS: Kind[] = ['next', 'schedule', 'week', 'request'];

/** Every card that shows a visit, with every visit. */
export const cards: Record<string, () => ReactNode> = Object.fromEntries(
  KINDS.flatMap((kind) =>
    Object.entries(VISITS).map(([name, visit]) => [`${kind} ${name}`, () => <Card kind={kind} visit={visit()} />]),
  ),
);

import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import { addJob, addJobs, removeJobs } from '@/lib/adapters/jobs';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import { partiesOf } from '@/lib/appointments/roster';
import { tellings, type VisitNews, type VisitRole } from '@/lib/notifications/policy';
import type { AppointmentStatus as Stored } from '@/prisma/generated/client';

interface State<Status> {
  status: Status;
  startsAt: Date;
  doctorId: string;
}

/** One person's news of one visit, which is what it is now. */
export interface Telling {
  visit: State<AppointmentStatus> & { id: string };
  personId: string;
  role: VisitRole;
  news: VisitNews;
}

/** The tries of a mail; the pauses between grow to hours, and add up to some ten of them. */
const TRIES = 10;

const keyOf = ({ visit, personId }: Telling) => `visit_mail:${visit.id}:${personId}`;

/** The tellings of one change, from what a visit was (null: there was none) to the row that it is now. Its patient never changes. */
export function tellingsOf(
  before: State<AppointmentStatus> | null,
  { id, startsAt, doctorId, patientId, ...row }: State<Stored> & { id: string; patientId: string },
): Telling[] {
  const status = row.status.toLowerCase() as AppointmentStatus;
  const withPeople = (state: State<AppointmentStatus>) => {
    const people = partiesOf({ patientId, doctorId: state.doctorId });
    return { status: state.status, startsAt: state.startsAt, people };
  };
  const visit = { id, status, startsAt, doctorId };
  return tellings(before && withPeople(before), withPeople(visit)).map((telling) => ({ ...telling, visit }));
}

/**
 * Writes to those whom an act concerns, in its transaction: one mail for each person and kind of news, however many visits it is about.
 * Of the mails that wait for a person about one of them, a newer takes the place of an older. What a mail says is read when it goes out.
 */
export async function tell(tx: Tx, all: Telling[]): Promise<void> {
  const mails = [...Map.groupBy(all, ({ personId, role, news }) => `${personId} ${role} ${news}`).values()];
  const single = mails.flatMap((group) => (group.length === 1 ? group : []));
  const jobs = single.map((telling) => {
    const { visit, personId, role, news } = telling;
    return {
      payload: { appointmentId: visit.id, personId, role, news },
      when: { key: keyOf(telling), maxAttempts: TRIES },
    };
  });
  await addJobs(tx, 'send_visit_mail', jobs);
  for (const group of mails) if (group.length > 1) await tellOfSeveral(tx, group);
}

/** Has no key that newer news could take: that is about some of the visits perhaps, which the mail then leaves out (`stillLatest`). */
async function tellOfSeveral(tx: Tx, group: Telling[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { personId, role, news } = first;
  const visits = group.map(({ visit }) => ({ ...visit, startsAt: visit.startsAt.toISOString() }));
  await removeJobs(tx, group.map(keyOf));
  await addJob(tx, 'send_visits_mail', { batchId: uuidv7(), personId, role, news, visits }, { maxAttempts: TRIES });
}

import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import { addJob, addJobs, removeJobs } from '@/lib/adapters/jobs';
import { tellings, type VisitNews, type VisitState } from '@/lib/notifications/policy';
import type { AppointmentStatus as Stored } from '@/prisma/generated/client';

interface Row extends Omit<VisitState, 'status'> {
  id: string;
  patientId: string;
  status: Stored;
}

/** One person's news of one visit, which is what it is now. */
export interface Telling {
  visit: VisitState & { id: string };
  personId: string;
  news: VisitNews;
}

/** How often a mail is tried; the pauses between grow to hours, and add up to some ten of them. */
const TRIES = 10;

const keyOf = ({ visit, personId }: Telling) => `visit_mail:${visit.id}:${personId}`;

/** What there is to tell of one change, and to whom. */
export function tellingsOf(before: VisitState | null, row: Row): Telling[] {
  const { id, startsAt, doctorId } = row;
  const status = row.status.toLowerCase() as VisitState['status'];
  const visit = { id, status, startsAt, doctorId };
  return tellings(before, { ...row, status }).map((telling) => ({ ...telling, visit }));
}

/**
 * Writes to those whom an act concerns, in its transaction: one mail for each person and kind of news, however many visits it is about.
 * Of what waits for a person about one of them, newer news takes the place. What a mail says is read when it goes out.
 */
export async function tell(tx: Tx, all: Telling[]): Promise<void> {
  const mails = [...Map.groupBy(all, ({ personId, news }) => `${personId} ${news}`).values()];
  const single = mails.flatMap((group) => (group.length === 1 ? group : []));
  const jobs = single.map((telling) => ({
    payload: { appointmentId: telling.visit.id, personId: telling.personId, news: telling.news },
    when: { key: keyOf(telling), maxAttempts: TRIES },
  }));
  await addJobs(tx, 'send_visit_mail', jobs);
  for (const group of mails) if (group.length > 1) await tellOfSeveral(tx, group);
}

/** Has no key that newer news could take: that is about some of the visits perhaps, which the mail then leaves out (`stillLatest`). */
async function tellOfSeveral(tx: Tx, group: Telling[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { personId, news } = first;
  const visits = group.map(({ visit }) => ({ ...visit, startsAt: visit.startsAt.toISOString() }));
  await removeJobs(tx, group.map(keyOf));
  await addJob(tx, 'send_visits_mail', { batchId: uuidv7(), personId, news, visits }, { maxAttempts: TRIES });
}

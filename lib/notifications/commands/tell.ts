import type { Tx } from '@/lib/adapters/database';
import { addJobs } from '@/lib/adapters/jobs';
import { tellings, type VisitState } from '@/lib/notifications/policy';
import type { AppointmentStatus as Stored } from '@/prisma/generated/client';

interface Row extends Omit<VisitState, 'status'> {
  id: string;
  patientId: string;
  status: Stored;
}

/** How often a mail is tried; the pauses between grow to hours, and add up to some ten of them. */
const TRIES = 10;

/**
 * Writes to those whom a change concerns, in its own transaction. One mail waits for each person and appointment: newer news takes its
 * place. What it says is read when it goes out.
 */
export async function tellOfAppointment(tx: Tx, before: VisitState | null, row: Row): Promise<void> {
  const after = { ...row, status: row.status.toLowerCase() as VisitState['status'] };
  const mails = tellings(before, after).map(({ personId, news }) => ({
    payload: { appointmentId: row.id, personId, news },
    when: { key: `visit_mail:${row.id}:${personId}`, maxAttempts: TRIES },
  }));
  await addJobs(tx, 'send_visit_mail', mails);
}

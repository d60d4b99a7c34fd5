import { prisma } from '@/lib/adapters/database';

/** Constraints that the rules rely on, as migrations made them. */
const CONSTRAINTS = [
  'appointment_hold_doctor_no_overlap',
  'appointment_hold_patient_no_overlap',
  'appointment_ends_after_start',
  'appointment_proposal_sane',
  'account_link_one_invitation',
  'person_email_lower_case',
];

const TRIGGERS = [
  'appointment_hold_time',
  'appointment_tell_change',
  'doctor_tell_hours',
  'person_tell_hours',
  'audit_entry_append_only',
  'audit_entry_no_truncate',
];

/** True while the database answers and holds every constraint and trigger that the rules rely on. */
export async function databaseReady(): Promise<boolean> {
  try {
    const [row] = await prisma().$queryRaw<{ guards: bigint; triggers: bigint }[]>`
      SELECT (SELECT count(*) FROM pg_constraint WHERE convalidated AND conname = ANY(${CONSTRAINTS})) AS guards,
             (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O' AND tgname = ANY(${TRIGGERS})) AS triggers`;
    return Number(row?.guards) === CONSTRAINTS.length && Number(row?.triggers) === TRIGGERS.length;
  } catch {
    return false;
  }
}

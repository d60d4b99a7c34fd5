import { rowsById } from '@/lib/adapters/database';
import { type DoorRow, type DoorView, toDoor } from '@/lib/appointments/views/door';
import { isParty } from '@/lib/appointments/views/permission';
import type { Actor } from '@/lib/platform/actor';

const readDoor =
  rowsById<DoorRow>(`SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", visit_type AS "visitType", status,
  revision, doctor_id AS "doctorId", patient_id AS "patientId" FROM appointment WHERE id = ANY($1)`);

/** The door of an appointment for one of its parties; null for anyone else. Instants in milliseconds since the epoch. */
export async function findDoor(actor: Actor, id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row && isParty(actor, row) ? toDoor(row) : null;
}

/** The door of an appointment for the server's own rounds, which no person asks for: the worker and the SFU's webhooks. */
export async function findDoorOfRoom(id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row ? toDoor(row) : null;
}

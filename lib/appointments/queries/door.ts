import { pool, rowsById } from '@/lib/adapters/database';
import { personOn } from '@/lib/appointments/roster';
import { type DoorRow, type DoorView, toDoor } from '@/lib/appointments/views/door';
import type { Actor } from '@/lib/platform/actor';

const DOORS = `SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.visit_type AS "visitType", a.status,
  a.revision, a.doctor_id AS "doctorId", d.name AS "doctorName", a.patient_id AS "patientId", p.name AS "patientName"
  FROM appointment a JOIN person d ON d.id = a.doctor_id JOIN person p ON p.id = a.patient_id`;

const readDoor = rowsById<DoorRow>(`${DOORS} WHERE a.id = ANY($1)`);

/** The door of an appointment for who is on its roster; null for anyone else. */
export async function findDoor(actor: Actor, id: string): Promise<DoorView | null> {
  const door = await findDoorOfRoom(id);
  return door && personOn(door.roster, actor.id) ? door : null;
}

/** The door of an appointment for the server's own rounds, which no person asks for: the worker and the SFU's webhooks. */
export async function findDoorOfRoom(id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row ? toDoor(row) : null;
}

const TWO_DAYS = 2 * 24 * 60 * 60_000;

/** The doors of a person's visits around `now`, as far as any join window reaches; for the server's own rounds. */
export async function doorsAround(personId: string, now: Date): Promise<DoorView[]> {
  const [from, to] = [new Date(now.getTime() - TWO_DAYS), new Date(now.getTime() + TWO_DAYS)];
  const { rows } = await pool().query<DoorRow>(
    `${DOORS} WHERE (a.patient_id = $1 OR a.doctor_id = $1) AND a.starts_at BETWEEN $2 AND $3`,
    [personId, from, to],
  );
  return rows.map(toDoor);
}

import { prisma, rowsById } from '@/lib/adapters/database';
import { personOn } from '@/lib/appointments/roster';
import { type DoorRow, type DoorView, toDoor } from '@/lib/appointments/views/door';
import type { Actor } from '@/lib/platform/actor';

const readDoor =
  rowsById<DoorRow>(`SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.visit_type AS "visitType", a.status,
  a.revision, a.doctor_id AS "doctorId", d.name AS "doctorName", a.patient_id AS "patientId", p.name AS "patientName"
  FROM appointment a JOIN person d ON d.id = a.doctor_id JOIN person p ON p.id = a.patient_id WHERE a.id = ANY($1)`);

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

/** Ids of a person's visits whose calls may be open at `now`, whatever the join window; for the server's own rounds. */
export async function visitsAround(personId: string, now: Date): Promise<string[]> {
  const [gte, lte] = [new Date(now.getTime() - TWO_DAYS), new Date(now.getTime() + TWO_DAYS)];
  const rows = await prisma().appointment.findMany({
    where: {
      status: 'CONFIRMED',
      OR: [{ patientId: personId }, { doctorId: personId }],
      startsAt: { gte, lte },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

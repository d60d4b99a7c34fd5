import { prisma, rowsById, type Tx } from '@/lib/adapters/database';
import { joinState } from '@/lib/appointments/policy';
import { personOn } from '@/lib/appointments/roster';
import {
  type AppointmentView,
  type DoorRow,
  type DoorView,
  joinable,
  ofManager,
  ofParty,
  toDoor,
  toManaged,
  toView,
  view,
} from '@/lib/appointments/views';
import type { Actor, FeedReader } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** One appointment, or null when it does not exist or the actor is not a party to it. */
export async function findAppointment(actor: Actor, id: string, tx: Tx = prisma()): Promise<AppointmentView | null> {
  const row = await tx.appointment.findFirst({ where: { AND: [{ id }, ofParty(actor)] }, select: view });
  return row && toView(row);
}

/**
 * One appointment for whoever may change it: its parties, and the front desk, which does not learn why someone sees a doctor (unless
 * the setting ADMIN_SEES_REASONS says so). Null for anyone else.
 */
export async function findManaged(actor: Actor, id: string, tx: Tx = prisma()): Promise<AppointmentView | null> {
  const row = await tx.appointment.findFirst({ where: { AND: [{ id }, ofManager(actor)] }, select: view });
  return row && toManaged(actor, row);
}

/** One appointment for what the system does by the clock, on nobody's behalf. */
export async function findForSystem(id: string): Promise<AppointmentView | null> {
  const row = await prisma().appointment.findUnique({ where: { id }, select: view });
  return row && toView(row);
}

/** The same for several, by start. */
export async function findAllForSystem(ids: string[]): Promise<AppointmentView[]> {
  const rows = await prisma().appointment.findMany({
    where: { id: { in: ids } },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toView);
}

/** How to reach the patient of an appointment, for its doctor and the front desk; null for anyone else. */
export async function findPatientContact(
  actor: Actor,
  id: string,
): Promise<{ email: string; phone: string | null } | null> {
  if (actor.role === 'patient') return null;
  const row = await prisma().appointment.findFirst({
    where: { AND: [{ id }, ofManager(actor)] },
    select: { patient: { select: { email: true, phone: true } } },
  });
  return row?.patient ?? null;
}

const readDoor =
  rowsById<DoorRow>(`SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.visit_type AS "visitType", a.status,
  a.revision, a.doctor_id AS "doctorId", d.name AS "doctorName", a.patient_id AS "patientId", p.name AS "patientName"
  FROM appointment a JOIN person d ON d.id = a.doctor_id JOIN person p ON p.id = a.patient_id WHERE a.id = ANY($1)`);

/** The door of an appointment for who is on its roster; null for anyone else. Instants in milliseconds since the epoch. */
export async function findDoor(actor: Actor, id: string): Promise<DoorView | null> {
  const door = await findDoorOfRoom(id);
  return door && personOn(door.roster, actor.id) ? door : null;
}

/** The door of an appointment for the server's own rounds, which no person asks for: the worker and the SFU's webhooks. */
export async function findDoorOfRoom(id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row ? toDoor(row) : null;
}

/** The appointment to show first: one whose call is open, else the next that is confirmed or pending; null when there is none. */
export async function nextAppointment(actor: Actor, now: Date): Promise<AppointmentView | null> {
  const window = settings().joinWindow;
  const earliest = new Date(now.getTime() - window.closesMinutesAfter * 60_000);
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        ofParty(actor),
        { status: { in: ['CONFIRMED', 'PENDING'] } },
        { OR: [{ startsAt: { gte: earliest } }, { endsAt: { gt: now } }] },
      ],
    },
    select: view,
    orderBy: { startsAt: 'asc' },
    take: 20,
  });
  const views = rows.map(toView);
  const open = views.find((item) => joinState(joinable(item), now.getTime(), window).state === 'open');
  return open ?? views.find((item) => item.endsAt > now) ?? null;
}

/** What a feed shows of the past, in days. */
const FEED_DAYS = 90;

/** What a person's feed shows, by start: all to come, what was of late, and what was called off, so that calendars drop it. */
export async function listForFeed(reader: FeedReader, now: Date): Promise<AppointmentView[]> {
  const from = new Date(now.getTime() - FEED_DAYS * 24 * 60 * 60_000);
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(reader), { startsAt: { gte: from } }] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 5_000,
  });
  return rows.map(toView);
}

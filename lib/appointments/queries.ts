import { prisma, rowsById, type Tx } from '@/lib/adapters/database';
import { joinState } from '@/lib/appointments/policy';
import { type AppointmentFilter, readCursor } from '@/lib/appointments/schema';
import {
  type AppointmentView,
  type DoorRow,
  type DoorView,
  forDesk,
  isParty,
  joinable,
  ofParty,
  type Row,
  toDoor,
  toView,
  view,
} from '@/lib/appointments/views';
import type { Actor, FeedReader } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Prisma } from '@/prisma/generated/client';

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
  if (actor.role !== 'admin') return findAppointment(actor, id, tx);
  const row = await tx.appointment.findUnique({ where: { id }, select: view });
  return row && forDesk(toView(row));
}

/** One appointment for what the system does by the clock, on nobody's behalf. */
export async function findForSystem(id: string): Promise<AppointmentView | null> {
  const row = await prisma().appointment.findUnique({ where: { id }, select: view });
  return row && toView(row);
}

const readDoor =
  rowsById<DoorRow>(`SELECT id, starts_at AS "startsAt", ends_at AS "endsAt", visit_type AS "visitType", status,
  revision, doctor_id AS "doctorId", patient_id AS "patientId" FROM appointment WHERE id = ANY($1)`);

/** The door of an appointment for one of its parties; null for anyone else. Instants in milliseconds since the epoch. */
export async function findDoor(actor: Actor, id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row && isParty(actor, row) ? toDoor(row) : null;
}

/** The same for the server's own rounds, which no person asks for: the worker and the SFU's webhooks. */
export async function findDoorOfRoom(id: string): Promise<DoorView | null> {
  const row = await readDoor(id);
  return row ? toDoor(row) : null;
}

export interface Page {
  items: AppointmentView[];
  /** Where the next page begins; null: there is none. */
  nextCursor: string | null;
}

type Direction = 'asc' | 'desc';
const byStart = (direction: Direction) => [{ startsAt: direction }, { id: direction }];

/** What comes after the page that ended at a cursor. */
function beyond(cursor: string | undefined, direction: Direction): Prisma.AppointmentWhereInput {
  const last = cursor === undefined ? null : readCursor(cursor);
  if (!last) return {};
  const further = direction === 'asc' ? 'gt' : 'lt';
  return {
    OR: [{ startsAt: { [further]: last.startsAt } }, { startsAt: last.startsAt, id: { [further]: last.id } }],
  };
}

/** A page of rows, of which there is one more than fits where another page follows. */
function toPage(rows: Row[], limit: number): Page {
  const items = rows.slice(0, limit).map(toView);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

const cursorOf = ({ startsAt, id }: AppointmentView) =>
  Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');

/**
 * The actor's appointments by start, a page at a time. `from` inclusive, `to` exclusive.
 */
export async function listAppointments(actor: Actor, filter: AppointmentFilter): Promise<Page> {
  const { from, to, status, cursor, limit = 50 } = filter;
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        ofParty(actor),
        { startsAt: { gte: from, lt: to } },
        status ? { status: { in: status.map((s) => s.toUpperCase() as Row['status']) } } : {},
        beyond(cursor, 'asc'),
      ],
    },
    select: view,
    orderBy: byStart('asc'),
    take: limit + 1,
  });
  return toPage(rows, limit);
}

/** Appointments that ended before `now`, newest first, a page at a time. */
export async function listPastAppointments(actor: Actor, now: Date, cursor?: string, limit = 50): Promise<Page> {
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(actor), { endsAt: { lte: now } }, beyond(cursor, 'desc')] },
    select: view,
    orderBy: byStart('desc'),
    take: limit + 1,
  });
  return toPage(rows, limit);
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
/** What waits for a doctor's answer, by start: requests, and other times that patients ask for. */
export async function listRequests(actor: Actor, now: Date): Promise<AppointmentView[]> {
  if (actor.role !== 'doctor') return [];
  const rows = await prisma().appointment.findMany({
    where: {
      doctorId: actor.id,
      startsAt: { gt: now },
      OR: [{ status: 'PENDING' }, { status: 'CONFIRMED', proposedStartsAt: { gt: now } }],
    },
    select: view,
    orderBy: { startsAt: 'asc' },
    take: 100,
  });
  return rows.map(toView);
}

/** Earlier visits of the same patient with the same doctor, newest first, for one of the two. */
export async function listEarlierVisits(
  actor: Actor,
  appointment: AppointmentView,
  limit = 20,
): Promise<AppointmentView[]> {
  const { doctor, patient, startsAt } = appointment;
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(actor), { doctorId: doctor.id, patientId: patient.id, startsAt: { lt: startsAt } }] },
    select: view,
    orderBy: { startsAt: 'desc' },
    take: limit,
  });
  return rows.map(toView);
}

/** Lists of their own: what waits for an answer, what is to come, what is over. */
export const VIEWS = ['pending', 'confirmed', 'past'] as const;
export type ListView = (typeof VIEWS)[number];

function inView(list: ListView | undefined, now: Date): Prisma.AppointmentWhereInput {
  if (list === 'pending') {
    const proposed = { status: 'CONFIRMED', proposedStartsAt: { gt: now } } as const;
    return { startsAt: { gt: now }, OR: [{ status: 'PENDING' }, proposed] };
  }
  // No visit is longer than a day, so that the index on the start leaves the past out.
  const dayBefore = new Date(now.getTime() - 86_400_000);
  if (list === 'confirmed') return { status: 'CONFIRMED', startsAt: { gt: dayBefore }, endsAt: { gt: now } };
  if (list === 'past') return { OR: [{ endsAt: { lte: now } }, { status: { notIn: ['PENDING', 'CONFIRMED'] } }] };
  return {};
}

interface AppointmentSearch {
  list?: ListView;
  /** Bounds of the start: `from` inclusive, `to` exclusive. */
  from?: Date;
  to?: Date;
  /** Part of the name of the other side; at the front desk, of either. */
  name?: string;
  cursor?: string;
  limit?: number;
}

/**
 * More people than this have a name so common that the visits, gone through in their order, soon yield a page of it; the front desk goes
 * through everybody's.
 */
const FEW = { patient: 500, doctor: 500, admin: 5_000 } as const;

/**
 * Appointments whose other side has `name` in its name; at the front desk, either side. The few people of that name are found first:
 * PostgreSQL cannot know how few they are, and would join visits with everybody before it looks at a name.
 */
async function withName(actor: Actor, name: string): Promise<Prisma.AppointmentWhereInput> {
  const contains = { contains: name, mode: 'insensitive' as const };
  const ofDoctor = { doctor: { person: { name: contains } } };
  const ofPatient = { patient: { name: contains } };
  const few = FEW[actor.role];
  const role = ({ patient: 'DOCTOR', doctor: 'PATIENT', admin: undefined } as const)[actor.role];
  const people = await prisma().person.findMany({
    where: { name: contains, role },
    select: { id: true, role: true },
    take: few + 1,
  });
  if (people.length > few)
    return { OR: [...(role === 'PATIENT' ? [] : [ofDoctor]), ...(role === 'DOCTOR' ? [] : [ofPatient])] };
  const doctors = people.filter((person) => person.role === 'DOCTOR').map(({ id }) => id);
  const patients = people.filter((person) => person.role === 'PATIENT').map(({ id }) => id);
  return { OR: [{ doctorId: { in: doctors } }, { patientId: { in: patients } }] };
}

/**
 * The actor's appointments that a search finds, soonest first, past ones newest first, a page at a time; everybody's at the front desk,
 * without why someone sees a doctor.
 */
export async function searchAppointments(
  actor: Actor,
  { list, from, to, name = '', cursor, limit = 100 }: AppointmentSearch,
  now: Date,
): Promise<Page> {
  const direction = list === 'past' ? 'desc' : 'asc';
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        actor.role === 'admin' ? {} : ofParty(actor),
        inView(list, now),
        { startsAt: { gte: from, lt: to } },
        name.trim() ? await withName(actor, name.trim()) : {},
        beyond(cursor, direction),
      ],
    },
    select: view,
    orderBy: byStart(direction),
    take: limit + 1,
  });
  const page = toPage(rows, limit);
  return actor.role === 'admin' ? { ...page, items: page.items.map(forDesk) } : page;
}

import { containing, prisma } from '@/lib/adapters/database';
import { type AppointmentFilter, type ListView, readCursor } from '@/lib/appointments/schema';
import { type AppointmentView, forDesk, ofManager, ofParty, type Row, toView, view } from '@/lib/appointments/views';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

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
  const contains = containing(name);
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
        ofManager(actor),
        inView(list, now),
        { startsAt: { gte: from, lt: to } },
        name.trim() ? await withName(actor, name) : {},
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

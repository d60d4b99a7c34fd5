import { prisma, type Tx } from '@/lib/adapters/database';
import { type AppointmentStatus, joinSpan, joinState, roomName, type VisitType } from '@/lib/appointments/policy';
import { type AppointmentFilter, type AppointmentJson, readCursor } from '@/lib/appointments/schema';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Prisma } from '@/prisma/generated/client';

const view = {
  id: true,
  startsAt: true,
  endsAt: true,
  visitType: true,
  status: true,
  reason: true,
  revision: true,
  proposedStartsAt: true,
  proposedEndsAt: true,
  closingNote: true,
  updatedAt: true,
  seriesId: true,
  doctor: { select: { specialty: true, person: { select: { id: true, name: true, zone: true } } } },
  patient: { select: { id: true, name: true, zone: true } },
} satisfies Prisma.AppointmentSelect;

type Row = Prisma.AppointmentGetPayload<{ select: typeof view }>;

/** An appointment as its parties see it. Instants are UTC. */
export type AppointmentView = ReturnType<typeof toView>;

function toView({ doctor, status, visitType, ...row }: Row) {
  return {
    ...row,
    doctor: { ...doctor.person, specialty: doctor.specialty },
    status: status.toLowerCase() as AppointmentStatus,
    visitType: visitType.toLowerCase() as VisitType,
  };
}

/** Only a party's own appointments; everything that reads for an actor goes through this. */
function ofParty(actor: Actor): Prisma.AppointmentWhereInput {
  if (actor.role === 'patient') return { patientId: actor.id };
  if (actor.role === 'doctor') return { doctorId: actor.id };
  return { id: { in: [] } };
}

/** What the join rules need, in their own units. */
export const joinable = (appointment: AppointmentView) => ({
  status: appointment.status,
  visitType: appointment.visitType,
  startsAt: appointment.startsAt.getTime(),
  endsAt: appointment.endsAt.getTime(),
});

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

const forDesk = (appointment: AppointmentView): AppointmentView =>
  settings().adminSeesReasons ? appointment : { ...appointment, reason: '', closingNote: null };

const door = {
  id: true,
  startsAt: true,
  endsAt: true,
  visitType: true,
  status: true,
  revision: true,
  doctorId: true,
  patientId: true,
} satisfies Prisma.AppointmentSelect;

/** What decides who may be in the room of an appointment, and until when; nothing that a doorkeeper need not know. */
export type DoorView = ReturnType<typeof toDoor>;

function toDoor({
  startsAt,
  endsAt,
  status,
  visitType,
  ...row
}: Prisma.AppointmentGetPayload<{ select: typeof door }>) {
  return {
    ...row,
    status: status.toLowerCase() as AppointmentStatus,
    visitType: visitType.toLowerCase() as VisitType,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
  };
}

/** The door of an appointment for one of its parties; null for anyone else. Instants in milliseconds since the epoch. */
export async function findDoor(actor: Actor, id: string): Promise<DoorView | null> {
  const row = await prisma().appointment.findFirst({ where: { AND: [{ id }, ofParty(actor)] }, select: door });
  return row && toDoor(row);
}

/** The same for the server's own rounds, which no person asks for: the worker and the SFU's webhooks. */
export async function findDoorOfRoom(id: string): Promise<DoorView | null> {
  const row = await prisma().appointment.findUnique({ where: { id }, select: door });
  return row && toDoor(row);
}

interface Page {
  items: AppointmentView[];
  nextCursor: string | null;
}

const cursorOf = ({ startsAt, id }: AppointmentView) =>
  Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');

/**
 * The actor's appointments by start, a page at a time. `from` inclusive, `to` exclusive.
 */
export async function listAppointments(actor: Actor, filter: AppointmentFilter): Promise<Page> {
  const { from, to, status, cursor, limit = 50 } = filter;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        ofParty(actor),
        { startsAt: { gte: from, lt: to } },
        status ? { status: { in: status.map((s) => s.toUpperCase() as Row['status']) } } : {},
        after ? { OR: [{ startsAt: { gt: after.startsAt } }, { startsAt: after.startsAt, id: { gt: after.id } }] } : {},
      ],
    },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(toView);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

/** Appointments that ended before `now`, newest first. */
export async function listPastAppointments(actor: Actor, now: Date, limit = 50): Promise<AppointmentView[]> {
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(actor), { endsAt: { lte: now } }] },
    select: view,
    orderBy: { startsAt: 'desc' },
    take: limit,
  });
  return rows.map(toView);
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

/** An appointment as the API answers it; `canJoin` as of `now`. */
export function toJson(appointment: AppointmentView, now: Date): AppointmentJson {
  const { joinWindow, origin } = settings();
  const span = joinSpan(joinable(appointment), joinWindow);
  const { id, status, visitType, reason, revision, doctor, patient } = appointment;
  return {
    id,
    roomName: roomName(id),
    callUrl: `${origin}/appointments/${id}/call`,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    status,
    visitType,
    doctor: { id: doctor.id, name: doctor.name },
    patient: { id: patient.id, name: patient.name },
    reason,
    revision,
    proposedStartsAt: appointment.proposedStartsAt?.toISOString() ?? null,
    canJoin: joinState(joinable(appointment), now.getTime(), joinWindow).state === 'open',
    opensAt: new Date(span.opensAt).toISOString(),
    closesAt: new Date(span.closesAt).toISOString(),
  };
}

export interface HistoryEntry {
  id: string;
  at: Date;
  /** Name of who did it; null: the system, by the clock. */
  actor: string | null;
  /** As audit entries name it: appointment_booked, appointment_confirmed, … */
  action: string;
  /** Times before and after, where the change was one of time. ISO 8601, UTC. */
  startsAtBefore: string | null;
  startsAtAfter: string | null;
  proposedStartsAt: string | null;
}

/** Who did what to an appointment and when, oldest first; nothing for someone who may not see it. */
export async function listHistory(actor: Actor, id: string): Promise<HistoryEntry[]> {
  if (!(await findManaged(actor, id))) return [];
  const rows = await prisma().auditEntry.findMany({
    where: { subjectType: 'appointment', subjectId: id },
    select: { id: true, at: true, action: true, before: true, after: true, actor: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const timeIn = (state: unknown, key: string) =>
    ((state as Record<string, string> | null)?.[key] ?? null) as string | null;
  return rows.map(({ actor: by, before, after, ...row }) => ({
    ...row,
    actor: by?.name ?? null,
    startsAtBefore: timeIn(before, 'startsAt'),
    startsAtAfter: timeIn(after, 'startsAt'),
    proposedStartsAt: timeIn(after, 'proposedStartsAt'),
  }));
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
  if (list === 'confirmed') return { status: 'CONFIRMED', endsAt: { gt: now } };
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
  limit?: number;
}

/**
 * The actor's appointments that a search finds, soonest first, past ones newest first; everybody's at the front desk, without why
 * someone sees a doctor.
 */
export async function searchAppointments(
  actor: Actor,
  { list, from, to, name = '', limit = 100 }: AppointmentSearch,
  now: Date,
): Promise<AppointmentView[]> {
  const contains = { contains: name.trim(), mode: 'insensitive' as const };
  const named = [
    ...(actor.role === 'doctor' ? [] : [{ doctor: { person: { name: contains } } }]),
    ...(actor.role === 'patient' ? [] : [{ patient: { name: contains } }]),
  ];
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        actor.role === 'admin' ? {} : ofParty(actor),
        inView(list, now),
        { startsAt: { gte: from, lt: to } },
        name.trim() ? { OR: named } : {},
      ],
    },
    select: view,
    orderBy: [{ startsAt: list === 'past' ? 'desc' : 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const views = rows.map(toView);
  return actor.role === 'admin' ? views.map(forDesk) : views;
}

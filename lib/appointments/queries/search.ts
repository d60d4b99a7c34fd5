import { containing, prisma } from '@/lib/adapters/database';
import { isVisitToCome, waitsForAnswer } from '@/lib/appointments/conditions';
import { beyond, byStart, type Page, toPage } from '@/lib/appointments/queries/page';
import type { ListView } from '@/lib/appointments/schema/list-view';
import { ofManager } from '@/lib/appointments/views/permission';
import { toManaged } from '@/lib/appointments/views/redaction';
import { view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Prisma } from '@/prisma/generated/client';

function inView(list: ListView | undefined, now: Date): Prisma.AppointmentWhereInput {
  if (list === 'pending') return waitsForAnswer(now);
  if (list === 'confirmed') return isVisitToCome(now);
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
  return toPage(rows, limit, (row) => toManaged(actor, row, settings()));
}

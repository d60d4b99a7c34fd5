import { readCursor } from '@/lib/appointments/schema/list';
import { type AppointmentView, type Row, toView } from '@/lib/appointments/views/select';
import type { Prisma } from '@/prisma/generated/client';

export interface Page {
  items: AppointmentView[];
  /** The place where the next page begins; null: there is none. */
  nextCursor: string | null;
}

type Direction = 'asc' | 'desc';

export const byStart = (direction: Direction) => [{ startsAt: direction }, { id: direction }];

/** A condition for all that comes after the page that ended at a cursor. */
export function beyond(cursor: string | undefined, direction: Direction): Prisma.AppointmentWhereInput {
  const last = cursor === undefined ? null : readCursor(cursor);
  if (!last) return {};
  const further = direction === 'asc' ? 'gt' : 'lt';
  return {
    OR: [{ startsAt: { [further]: last.startsAt } }, { startsAt: last.startsAt, id: { [further]: last.id } }],
  };
}

/** A page of rows, of which there is one more than fits where another page follows; `as` turns a row into what its reader sees. */
export function toPage(rows: Row[], limit: number, as: (row: Row) => AppointmentView = toView): Page {
  const items = rows.slice(0, limit).map(as);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

const cursorOf = ({ startsAt, id }: AppointmentView) =>
  Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');

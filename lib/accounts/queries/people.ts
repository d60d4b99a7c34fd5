import { roleOf } from '@/lib/accounts/role';
import { containing, prisma } from '@/lib/adapters/database';
import type { Actor, Role } from '@/lib/platform/actor';
import type { Role as StoredRole } from '@/prisma/generated/client';

export interface PersonRow {
  id: string;
  role: Role;
  name: string;
  email: string;
  disabledAt: Date | null;
}

const PEOPLE_A_PAGE = 50;

export interface PeopleSearch {
  /** A part of the name or the e-mail. */
  text?: string;
  role?: Role;
  /** From 1 on. */
  page?: number;
}

/** Everyone who has an account, a page at a time, for the front desk; nobody for anyone else. */
export async function searchPeople(actor: Actor, { text = '', role, page = 1 }: PeopleSearch = {}) {
  if (actor.role !== 'admin') return { people: [], total: 0, pages: 1, page: 1 };
  const contains = containing(text);
  const where = {
    ...(role && { role: role.toUpperCase() as StoredRole }),
    ...(text.trim() && { OR: [{ name: contains }, { email: contains }] }),
  };
  const total = await prisma().person.count({ where });
  const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = await prisma().person.findMany({
    where,
    select: { id: true, role: true, name: true, email: true, disabledAt: true },
    orderBy: [{ role: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    skip: (shown - 1) * PEOPLE_A_PAGE,
    take: PEOPLE_A_PAGE,
  });
  const people: PersonRow[] = rows.map((person) => ({ ...person, role: roleOf(person.role) }));
  return { people, total, pages, page: shown };
}

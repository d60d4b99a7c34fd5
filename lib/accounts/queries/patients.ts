import { containing, prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

/** Patients whose name or e-mail contains `text`, to book for; for doctors and the front desk. */
export async function findPatients(actor: Actor, text: string): Promise<{ id: string; name: string; email: string }[]> {
  if (actor.role === 'patient') return [];
  const contains = containing(text);
  return prisma().person.findMany({
    where: { role: 'PATIENT', disabledAt: null, OR: [{ name: contains }, { email: contains }] },
    select: { id: true, name: true, email: true },
    orderBy: { name: 'asc' },
    take: 20,
  });
}

/** One patient to book for; null when there is none, or for someone who books only for themselves. */
export async function findPatient(
  actor: Actor,
  id: string,
): Promise<{ id: string; name: string; email: string; zone: string } | null> {
  if (actor.role === 'patient') return null;
  return prisma().person.findFirst({
    where: { id, role: 'PATIENT', disabledAt: null },
    select: { id: true, name: true, email: true, zone: true },
  });
}

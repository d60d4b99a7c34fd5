import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

/** The actor's own profile as it can be edited, and the e-mail. */
export async function ownProfile(actor: Actor) {
  return prisma().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      name: true,
      phone: true,
      zone: true,
      doctor: { select: { specialty: true, languages: true } },
    },
  });
}

import type { Owner } from '@/lib/accounts/own-words';
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

/** What the actor's own password is not to be made of. */
export async function ownerOf(actor: Actor): Promise<Owner & { email: string }> {
  const { doctor, ...profile } = await ownProfile(actor);
  return { ...profile, specialty: doctor?.specialty ?? null };
}

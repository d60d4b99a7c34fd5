import type { Locale } from '@/lib/accounts/policy';
import type { DoctorInput, ProfileInput } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { describeDoctor, moveHours } from '@/lib/availability/commands/doctor';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Result, refuse } from '@/lib/platform/problems';

/** Sets the own language; null: whatever the browser asks for. */
export async function chooseLocale(actor: Actor, locale: Locale | null): Promise<Result<object>> {
  await prisma().person.update({ where: { id: actor.id }, data: { locale } });
  return { ok: true };
}

/** Changes what the actor says of themselves. The audit entry names what changed, not from what to what. */
export async function saveProfile(actor: Actor, input: ProfileInput, doctor?: DoctorInput): Promise<Result<object>> {
  if (doctor && actor.role !== 'doctor') return refuse('forbidden');
  return prisma().$transaction(async (tx) => {
    const { id } = actor;
    // A doctor's zone moves the hours, and whoever books goes first or comes after.
    if (actor.role === 'doctor' && input.zone !== actor.zone) await moveHours(tx, id);
    const before = await tx.person.findUniqueOrThrow({
      where: { id },
      select: { name: true, phone: true, zone: true, doctor: { select: { specialty: true, languages: true } } },
    });
    await tx.person.update({ where: { id }, data: input });
    if (doctor) await describeDoctor(tx, id, doctor);
    const changed = [
      ...(['name', 'phone', 'zone'] as const).filter((field) => before[field] !== input[field]),
      ...(['specialty', 'languages'] as const).filter(
        (field) => doctor && String(before.doctor?.[field]) !== String(doctor[field]),
      ),
    ];
    if (changed.length > 0) {
      await audit(tx, actor, { action: 'profile_changed', subject: { type: 'person', id }, after: { changed } });
    }
    return { ok: true } as const;
  });
}

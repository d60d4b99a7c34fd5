import type { Locale } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import type { Result } from '@/lib/platform/problems';

/** Sets the own language; null: whatever the browser asks for. */
export async function chooseLocale(actor: Actor, locale: Locale | null): Promise<Result<object>> {
  await prisma().person.update({ where: { id: actor.id }, data: { locale } });
  return { ok: true };
}

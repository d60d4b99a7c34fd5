import { createHash } from 'node:crypto';
import { prisma, type Tx } from '@/lib/adapters/database';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import type { ChangedJson } from '@/lib/appointments/schema/json';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';

/** The same request was answered between looking for its answer and keeping one. */
export class AnsweredMeanwhile extends Error {}

const hashOf = (input: BookingInput) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/** What a request under this key was answered before, or the refusal when it was another request. */
export async function answered(
  actor: Actor,
  key: string,
  input: BookingInput,
): Promise<Result<{ appointment: ChangedJson }> | null> {
  const known = await prisma().bookingKey.findUnique({ where: { personId_key: { personId: actor.id, key } } });
  if (!known) return null;
  if (known.bodyHash !== hashOf(input)) return refuse('key_reused');
  return { ok: true, appointment: known.response as ChangedJson };
}

/**
 * Keeps an answer before it is given, so that of two equal requests at once the second waits here and answers the same.
 * @throws AnsweredMeanwhile
 */
export async function keepAnswer(tx: Tx, actor: Actor, key: string, input: BookingInput, response: ChangedJson) {
  const { count } = await tx.bookingKey.createMany({
    data: { personId: actor.id, key, bodyHash: hashOf(input), response },
    skipDuplicates: true,
  });
  if (count === 0) throw new AnsweredMeanwhile();
}

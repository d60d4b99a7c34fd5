import { createHash } from 'node:crypto';
import { prisma, type Tx } from '@/lib/adapters/database';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';
import type { Prisma } from '@/prisma/generated/client';

/** Another run of this request kept its answer after this one had looked for one in vain. */
class AnsweredMeanwhile extends Error {}

type Kept<Answer> = Result<{ appointment: Answer }>;

/**
 * Books for a request that may come twice: the second time it has the answer of the first, to the letter, whatever became of the visit
 * since. `book` keeps its answer in its own transaction, before it is given: of two equal requests at once the second waits there and
 * answers the same. Without a key every request is the first.
 */
export async function onceUnder<Answer extends object>(
  key: string | undefined,
  actor: Actor,
  input: BookingInput,
  book: (keep: (tx: Tx, answer: Answer) => Promise<void>) => Promise<Kept<Answer>>,
): Promise<Kept<Answer>> {
  if (!key) return book(async () => {});
  const id = { personId: actor.id, key };
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  async function answered(): Promise<Kept<Answer> | null> {
    const known = await prisma().bookingKey.findUnique({ where: { personId_key: id } });
    if (!known) return null;
    return known.bodyHash === bodyHash ? { ok: true, appointment: known.response as Answer } : refuse('key_reused');
  }
  async function keep(tx: Tx, answer: Answer) {
    const data = { ...id, bodyHash, response: answer as Prisma.InputJsonObject };
    const { count } = await tx.bookingKey.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new AnsweredMeanwhile();
  }
  const known = await answered();
  if (known) return known;
  const booked = await book(keep).catch((error) => {
    if (error instanceof AnsweredMeanwhile) return refuse('slot_taken');
    throw error;
  });
  // Taken perhaps by this very request, sent twice: then it has its answer by now.
  return booked.ok ? booked : ((await answered()) ?? booked);
}

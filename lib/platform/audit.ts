import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

export interface AuditRecord {
  action: string;
  subject: { type: 'appointment' | 'person' | 'invitation'; id: string };
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/** Writes who did what, inside the transaction that did it. `actor` null: the system itself. */
export async function audit(
  tx: Tx,
  actor: Pick<Actor, 'id'> | null,
  { action, subject, before, after }: AuditRecord,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      actorId: actor?.id ?? null,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      before,
      after,
    },
  });
}

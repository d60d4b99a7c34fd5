import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

/** Everything that an entry can say was done, by the kind of its subject. Rows hold these names: none is ever changed. */
export interface AuditActions {
  appointment:
    | 'appointment_booked'
    | 'appointment_confirmed'
    | 'appointment_declined'
    | 'appointment_canceled'
    | 'appointment_completed'
    | 'appointment_no_show'
    | 'appointment_expired'
    | 'appointment_moved'
    | 'appointment_handed_over'
    | 'move_proposed'
    | 'proposal_accepted'
    | 'proposal_declined'
    | 'proposal_lapsed';
  person:
    | 'person_signed_up'
    | 'invitation_accepted'
    | 'person_disabled'
    | 'person_enabled'
    | 'password_changed'
    | 'password_reset'
    | 'profile_changed'
    | 'hours_changed'
    | 'calendar_feed_on'
    | 'calendar_feed_off'
    | 'calendar_feed_renewed';
  invitation: 'admin_link_made' | 'person_invited' | 'invitation_sent_again' | 'invitation_withdrawn';
}

interface Entry<Kind extends keyof AuditActions> {
  action: AuditActions[Kind];
  subject: { type: Kind; id: string };
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/** Writes who did what, inside the transaction that did it. `actor` null: the system itself. */
export async function audit<Kind extends keyof AuditActions>(
  tx: Tx,
  actor: Pick<Actor, 'id'> | null,
  { action, subject, before, after }: Entry<Kind>,
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

import { mayInvite } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { prisma } from '@/lib/adapters/database';
import type { Actor, Role } from '@/lib/platform/actor';

export interface InvitationRow {
  id: string;
  role: Role;
  name: string;
  email: string;
  expiresAt: Date;
  expired: boolean;
}

/** Invitations that nobody has used yet, expired ones too, for the front desk; none for anyone else. */
export async function listInvitations(actor: Actor, now: Date): Promise<InvitationRow[]> {
  if (!mayInvite(actor)) return [];
  const rows = await prisma().accountLink.findMany({
    where: { kind: 'INVITATION', usedAt: null, withdrawnAt: null },
    orderBy: { id: 'desc' },
    take: 200,
  });
  return rows.map(({ id, role, name, email, expiresAt }) => ({
    ...{ id, expiresAt, role: roleOf(role ?? 'PATIENT'), name: name ?? '', email: email ?? '' },
    expired: expiresAt <= now,
  }));
}

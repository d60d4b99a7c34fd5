import { endLinks, FORGOTTEN, lockLinksOf, mailLink, makeLink, OPEN } from '@/lib/accounts/commands/link';
import { type PasswordNeeded, passwordNeeded } from '@/lib/accounts/commands/prove';
import { LINK_LASTS } from '@/lib/accounts/link-state';
import { mayInvite } from '@/lib/accounts/policy';
import type { InvitationInput } from '@/lib/accounts/schema';
import { prisma, uniqueConflict } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { consume } from '@/lib/platform/limits';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';
import type { Role } from '@/prisma/generated/client';

export type Invited =
  | { ok: true }
  | Problem
  | PasswordNeeded
  | { ok: false; code: 'email_known' }
  | { ok: false; code: 'already_invited' };

/** Invites somebody by mail. The front desk may know who has an account, so it is told when this e-mail has one. */
export async function invite(actor: Actor, input: InvitationInput, now: Date): Promise<Invited> {
  if (!mayInvite(actor)) return refuse('forbidden');
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
  const limited = await consume('invitation', actor.id);
  if (limited) return limited;
  const { email, role, name, locale } = input;
  // One that is made between this and the link does no harm: the link finds it when it is used.
  if ((await prisma().person.count({ where: { email } })) > 0) return { ok: false, code: 'email_known' };
  const doctor = input.role === 'doctor' ? { specialty: input.specialty, languages: input.languages } : {};
  const data = { email, name, locale, role: role.toUpperCase() as Role, invitedById: actor.id, ...doctor };
  try {
    return await prisma().$transaction(async (tx) => {
      await lockLinksOf(tx, email);
      await tx.accountLink.updateMany({
        where: { email, kind: 'INVITATION', ...OPEN, expiresAt: { lte: now } },
        data: { ...FORGOTTEN, withdrawnAt: now },
      });
      const id = await makeLink(tx, 'invitation', data, now);
      // A sign-up of the same person would make a patient of a doctor.
      await endLinks(tx, email, ['sign_up'], now);
      await audit(tx, actor, { action: 'person_invited', subject: { type: 'invitation', id }, after: { role } });
      await mailLink(tx, id);
      return { ok: true } as const;
    });
  } catch (error) {
    if (uniqueConflict(error)) return { ok: false, code: 'already_invited' };
    throw error;
  }
}

/** Sends an invitation's mail again and lets its link last anew. */
export async function inviteAgain(actor: Actor, id: string, now: Date): Promise<Result<object> | PasswordNeeded> {
  if (!mayInvite(actor)) return refuse('forbidden');
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
  const limited = await consume('invitation', actor.id);
  if (limited) return limited;
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.accountLink.updateMany({
      where: { id, kind: 'INVITATION', ...OPEN },
      data: { expiresAt: new Date(now.getTime() + LINK_LASTS.invitation) },
    });
    if (count === 0) return refuse('person_not_found');
    await audit(tx, actor, { action: 'invitation_sent_again', subject: { type: 'invitation', id } });
    await mailLink(tx, id);
    return { ok: true } as const;
  });
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(
  actor: Actor,
  id: string,
  now: Date,
): Promise<Result<object> | PasswordNeeded> {
  if (!mayInvite(actor)) return refuse('forbidden');
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.accountLink.updateMany({
      where: { id, kind: 'INVITATION', ...OPEN },
      data: { ...FORGOTTEN, withdrawnAt: now },
    });
    if (count === 0) return refuse('person_not_found');
    await audit(tx, actor, { action: 'invitation_withdrawn', subject: { type: 'invitation', id } });
    return { ok: true } as const;
  });
}

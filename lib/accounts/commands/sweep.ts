import { EXPIRED_INVITATION_STAYS } from '@/lib/accounts/link-state';
import { prisma } from '@/lib/adapters/database';

/** Forgets links that have expired, and with them what people wrote who never came; invitations a while later, so that they can be sent again. */
export async function sweepLinks(now: Date): Promise<void> {
  const longExpired = new Date(now.getTime() - EXPIRED_INVITATION_STAYS);
  await prisma().accountLink.deleteMany({
    where: {
      OR: [
        { kind: { not: 'INVITATION' }, expiresAt: { lte: now } },
        { kind: 'INVITATION', expiresAt: { lte: longExpired } },
      ],
    },
  });
}

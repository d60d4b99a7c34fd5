import { type LinksMailed, linksMailed, mailLink, makeLink } from '@/lib/accounts/commands/link';
import type { SignUpInput } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { consume } from '@/lib/platform/limits';
import type { Result } from '@/lib/platform/problems';

/**
 * Sends a link with which a patient makes an account. Nothing is looked up here: whether the e-mail has an account already only
 * the mail says (see letterOf), so that neither the answer nor its time tells it to anyone else.
 * @param address the client's, or null when it is not known
 */
export async function requestSignUp(
  input: SignUpInput,
  address: string | null,
  now: Date,
): Promise<Result<object> | LinksMailed> {
  const limited = await consume('sign_up_address', address ?? 'unknown');
  if (limited) return limited;
  if (await consume('sign_up_mail', input.email)) return linksMailed;
  await prisma().$transaction(async (tx) => {
    await mailLink(tx, await makeLink(tx, 'sign_up', { ...input, role: 'PATIENT' }, now));
  });
  return { ok: true };
}

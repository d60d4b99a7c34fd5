import { findRecipient, letterOf } from '@/lib/accounts/queries/letter';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { writeAccountLetter, writePasswordLetter } from '@/lib/notifications/templates/account';
import { settings } from '@/lib/platform/settings';

/** Sends the mail with an account link, unless the link was used, taken back or has expired by now. @throws MailError */
export async function sendAccountMail(linkId: string, now: Date): Promise<void> {
  const letter = await letterOf(linkId, now);
  if (!letter) return;
  const { to, locale } = letter;
  await sendLetter({ name: to.name, email: to.address, locale }, (t) => writeAccountLetter(letter, settings(), t));
}

/** Tells somebody that their password was changed: it may have been somebody else. @throws MailError */
export async function sendPasswordMail(personId: string): Promise<void> {
  const person = await findRecipient(personId);
  if (person) await sendLetter(person, (t) => writePasswordLetter(settings(), t));
}

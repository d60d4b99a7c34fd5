import { mailLocale } from '@/lib/accounts/policy';
import { type Mail, sendMail } from '@/lib/adapters/mail';
import { compose } from '@/lib/notifications/templates/compose';
import type { Letter } from '@/lib/notifications/templates/letter';
import { type MailWords, mailWords } from '@/lib/notifications/templates/words';
import { settings } from '@/lib/platform/settings';

export interface Recipient {
  name: string;
  email: string;
  /** Chosen language (BCP 47), or null. */
  locale: string | null;
}

/**
 * Sends a letter to one person in their language, in the clinic's frame. The worker's to call: a request answers before a mail server does,
 * and a job tries again. @throws MailError when the server does not take it
 */
export async function sendLetter(
  { name, email, locale }: Recipient,
  write: (words: MailWords) => Letter,
  more: Pick<Mail, 'invitation' | 'invitations' | 'messageId'> = {},
): Promise<void> {
  const language = mailLocale(locale);
  const t = mailWords(language);
  const { clinic } = settings();
  const words = {
    orOpen: t('orOpen'),
    phone: t('phone', { phone: clinic.phone ?? '' }),
    address: t('address', { address: clinic.address ?? '' }),
    automatic: t('automatic'),
  };
  const mail = await compose(write(t), { locale: language, clinic, words });
  await sendMail({ to: { name, address: email }, ...mail, ...more });
}

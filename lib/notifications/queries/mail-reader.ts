import { type Locale, mailLocale } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';

export interface MailReader {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  /** IANA name. */
  zone: string;
}

/** A person to write to about a visit; null for somebody disabled, somebody who wants no such mail, and an e-mail that nobody proved to read. */
export async function findMailReader(id: string): Promise<MailReader | null> {
  const person = await prisma().person.findFirst({
    where: {
      id,
      disabledAt: null,
      emailConfirmedAt: { not: null },
      NOT: { calendarChoice: { visitMail: false } },
    },
    select: { id: true, name: true, email: true, locale: true, zone: true },
  });
  return person && { ...person, locale: mailLocale(person.locale) };
}

import { prisma } from '@/lib/adapters/database';

export interface MailReader {
  name: string;
  email: string;
  /** Chosen language (BCP 47), or null. */
  locale: string | null;
  /** IANA name. */
  zone: string;
}

/** Whom to write to about a visit; null for somebody disabled, somebody who wants no such mail, and an e-mail that nobody proved to read. */
export async function findMailReader(personId: string): Promise<MailReader | null> {
  return prisma().person.findFirst({
    where: {
      id: personId,
      disabledAt: null,
      emailConfirmedAt: { not: null },
      NOT: { calendarChoice: { visitMail: false } },
    },
    select: { name: true, email: true, locale: true, zone: true },
  });
}

import { type Locale, mailLocale } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';
import { feedToken, opensFeed, personIn } from '@/lib/notifications/feed-token';
import type { Actor, FeedReader } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

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

export interface CalendarChoice {
  visitMail: boolean;
  /** The address of the own feed; null: it is off. */
  feedUrl: string | null;
}

/** The actor's own choice of how visits reach their calendar; null for the front desk, which has none. */
export async function ownCalendarChoice(actor: Actor): Promise<CalendarChoice | null> {
  if (actor.role === 'admin') return null;
  const row = await prisma().calendarChoice.findUnique({ where: { personId: actor.id } });
  const { origin, sessionSecret } = settings();
  const url = (version: number) => `${origin}/api/calendar/${feedToken(actor.id, version, sessionSecret)}.ics`;
  return { visitMail: row?.visitMail ?? true, feedUrl: row?.feedOn ? url(row.feedVersion) : null };
}

/** The person whose feed a token opens; null for a wrong or old one, a feed that is off and a person who is disabled, all alike. */
export async function findFeedReader(token: string): Promise<FeedReader | null> {
  const id = personIn(token);
  if (!id) return null;
  const person = await prisma().person.findFirst({
    where: { id, disabledAt: null, role: { in: ['PATIENT', 'DOCTOR'] }, calendarChoice: { feedOn: true } },
    select: { role: true, locale: true, calendarChoice: { select: { feedVersion: true } } },
  });
  if (!person?.calendarChoice) return null;
  if (!opensFeed(token, id, person.calendarChoice.feedVersion, settings().sessionSecret)) return null;
  return { id, role: person.role === 'DOCTOR' ? 'doctor' : 'patient', locale: person.locale } as FeedReader;
}

import { prisma } from '@/lib/adapters/database';
import { opensFeed, personIn } from '@/lib/notifications/feed-token';
import type { FeedReader } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

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

import { mailLocale } from '@/lib/accounts/policy';
import { toFeed } from '@/lib/appointments/calendar/publish';
import { listForFeed } from '@/lib/appointments/queries/feed';
import { findFeedReader } from '@/lib/notifications/queries/feed-reader';
import { calendarWords } from '@/lib/notifications/templates/words';
import { consume } from '@/lib/platform/limits';
import { type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/**
 * A feed as iCalendar text, with the instant of the last change in it, for the calendar program that asks at its address. Feeds that exist
 * are limited each for itself, as many of them are read from one address on the net; tries at others by that address.
 * @param from the address on the net that asks; null: not known
 */
export async function readFeed(
  token: string,
  from: string | null,
  now: Date,
): Promise<Result<{ calendar: string; changedAt: Date | null }>> {
  const reader = await findFeedReader(token);
  if (!reader) return (await consume('feed_miss', from ?? 'unknown')) ?? refuse('not_found');
  const limited = await consume('feed', reader.id);
  if (limited) return limited;
  const visits = await listForFeed(reader, now);
  const { clinic, origin } = settings();
  const text = calendarWords(mailLocale(reader.locale));
  const changedAt = visits.reduce<Date | null>((last, { updatedAt: at }) => (last && last > at ? last : at), null);
  return { ok: true, calendar: toFeed(visits, { role: reader.role, text, clinic, origin }), changedAt };
}

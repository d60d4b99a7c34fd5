import { cache } from 'react';
import { isProven } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';
import { feedToken } from '@/lib/notifications/feed-token';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

export interface CalendarChoice {
  visitMail: boolean;
  feedOn: boolean;
  /** The address of the own feed; null: it is off, or whoever reads this has not given the password for a while. */
  feedUrl: string | null;
}

/** The actor's own choice of how visits reach their calendar, read once a request; null for the front desk, which has none. */
export const ownCalendarChoice = cache(async (actor: Actor): Promise<CalendarChoice | null> => {
  if (actor.role === 'admin') return null;
  const row = await prisma().calendarChoice.findUnique({ where: { personId: actor.id } });
  const { origin, sessionSecret } = settings();
  const url = (version: number) => `${origin}/api/calendar/${feedToken(actor.id, version, sessionSecret)}.ics`;
  const shown = row?.feedOn && isProven(actor.session, Date.now());
  return {
    visitMail: row?.visitMail ?? true,
    feedOn: row?.feedOn ?? false,
    feedUrl: shown ? url(row.feedVersion) : null,
  };
});

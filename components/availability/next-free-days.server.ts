import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { clock, date, type Reader } from '@/lib/appointments/when';
import { hoursOf } from '@/lib/availability/edited-hours';
import type { Slot } from '@/lib/availability/policy';
import { previewSlots } from '@/lib/availability/queries/slots';
import type { HoursInput } from '@/lib/availability/schema';
import type { Actor } from '@/lib/platform/actor';
import type { PreviewDay } from './use-hours';

const DAYS_SHOWN = 6;
const DAY = 86_400_000;

/**
 * The next days with free slots by these hours, in words, by the doctor's own clock. Five weeks ahead at most. `now` in milliseconds
 * since the epoch.
 */
export async function nextFreeDays(actor: Actor, input: HoursInput, now: number): Promise<PreviewDay[]> {
  const [t, locale] = await Promise.all([getTranslations('hours'), getLocale()]);
  const reader: Reader = { zone: actor.zone, locale: locale as Reader['locale'] };
  const slots = await previewSlots(actor, hoursOf(input, actor.zone), now, now + 35 * DAY, now);
  const words = ({ start, visitTypes }: Slot) => {
    const time = clock(start, reader);
    if (visitTypes.length !== 1) return time;
    return t(visitTypes[0] === 'video' ? 'onlyVideo' : 'onlyInPerson', { time }).replaceAll(' ', '\u00a0');
  };
  const days = new Map<string, string[]>();
  for (const slot of slots) {
    const label = date(slot.start, now, reader);
    const times = days.get(label) ?? [];
    if (!days.has(label) && days.size === DAYS_SHOWN) break;
    days.set(label, [...times, words(slot)]);
  }
  return [...days].map(([label, times]) => ({ label, times }));
}

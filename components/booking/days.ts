import type { VisitType } from '@/lib/appointments/policy';
import { byDay, type Week } from '@/lib/appointments/week';
import { clock, date, elsewhere, inSentence, type Reader, sameClock, when, zoneCity } from '@/lib/appointments/when';

/** A free time as a form offers it. */
export interface SlotChoice {
  /** ISO 8601, UTC. */
  startsAt: string;
  /** On the reader's clock; with the offset when the clock shows it twice that day. */
  label: string;
  /** On the doctor's clock, where that shows another time. */
  there: string | null;
  /** "Thu 26 Nov, 16:00–16:50". */
  inFull: string;
  visitTypes: readonly VisitType[];
}

export interface DayChoice {
  /** ISO date. */
  date: string;
  weekday: string;
  day: string;
  name: string;
  slots: SlotChoice[];
}

interface FreeSlot {
  start: number;
  end: number;
  visitTypes: readonly VisitType[];
}

const part = (reader: Reader, instant: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, ...options }).format(instant);

const offset = (reader: Reader, instant: number) =>
  new Intl.DateTimeFormat('en', { timeZone: reader.zone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Free slots by the days of a week in the reader's zone. Instants in milliseconds since the epoch. */
export function slotDays(slots: readonly FreeSlot[], week: Week, now: number, to: Reader, zone: string): DayChoice[] {
  const days = byDay(week, slots, ({ start }) => start);
  return days.map(({ date: iso, from, items }) => {
    const labels = items.map(({ start }) => clock(start, to));
    return {
      date: iso,
      weekday: part(to, from, { weekday: 'short' }),
      day: part(to, from, { day: 'numeric' }),
      name: date(from, now, inSentence(to)),
      slots: items.map(({ start, end, visitTypes }, index) => {
        const label = labels[index] ?? '';
        // Where the clocks go back, 01:30 comes twice.
        const twice = labels.filter((other) => other === label).length > 1;
        return {
          startsAt: new Date(start).toISOString(),
          label: twice ? `${label} ${offset(to, start)}` : label,
          there: sameClock(to.zone, zone, start)
            ? null
            : `${elsewhere(start, now, to, zone)} ${zoneCity(zone, to.locale)}`,
          inFull: when(start, end, now, inSentence(to)),
          visitTypes,
        };
      }),
    };
  });
}

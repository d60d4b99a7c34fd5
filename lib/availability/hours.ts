import { Temporal } from 'temporal-polyfill';
import type { VisitType } from '@/lib/appointments/policy';
import type { ClockSpan, Hours } from '@/lib/availability/policy';

interface StoredSpan {
  startMinute: number | null;
  endMinute: number | null;
  visitTypes: string[];
}

/** A doctor's hours as the database keeps them. */
export interface StoredHours {
  slotMinutes: number;
  breakMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  person: { zone: string };
  workingSpans: (StoredSpan & { weekday: number })[];
  /** `date` as midnight UTC of a date on the doctor's calendar. */
  dayExceptions: (StoredSpan & { date: Date })[];
}

const clockSpan = ({ startMinute, endMinute, visitTypes }: StoredSpan): ClockSpan => ({
  startMinute: startMinute ?? 0,
  endMinute: endMinute ?? 1440,
  visitTypes: visitTypes.map((type) => type.toLowerCase() as VisitType),
});

/** A calendar date as the database keeps it. */
export const dateToStored = (date: string) => new Date(`${Temporal.PlainDate.from(date)}T00:00:00Z`);

export const storedToDate = (date: Date) => date.toISOString().slice(0, 10);

/** Stored hours as the slot rules read them. */
export function toHours({ person, workingSpans, dayExceptions, ...lengths }: StoredHours): Hours {
  const exceptions = new Map<string, ClockSpan[]>();
  for (const exception of dayExceptions) {
    const date = storedToDate(exception.date);
    const spans = exceptions.get(date) ?? [];
    exceptions.set(date, exception.startMinute === null ? spans : [...spans, clockSpan(exception)]);
  }
  return {
    slotMinutes: lengths.slotMinutes,
    breakMinutes: lengths.breakMinutes,
    noticeMinutes: lengths.noticeMinutes,
    horizonDays: lengths.horizonDays,
    zone: person.zone,
    weekly: workingSpans.map(({ weekday, ...span }) => ({ weekday, ...clockSpan(span) })),
    exceptions,
  };
}

import { Temporal } from 'temporal-polyfill';
import type { VisitType } from '@/lib/appointments/policy';
import { type Interval, overlaps, slice } from '@/lib/availability/intervals';

/** A stretch of a day by the doctor's own clock, in minutes after midnight; 1440 is the midnight that ends the day. */
export interface ClockSpan {
  startMinute: number;
  endMinute: number;
  visitTypes: readonly VisitType[];
}

export interface Hours {
  /** IANA name of the doctor's zone. */
  zone: string;
  slotMinutes: number;
  breakMinutes: number;
  /** The latest that a patient may book: minutes before the start. */
  noticeMinutes: number;
  /** The earliest that a patient may book: days ahead of now. */
  horizonDays: number;
  /** `weekday` as in ISO 8601: 1 is Monday. */
  weekly: readonly (ClockSpan & { weekday: number })[];
  /** Days that differ, by ISO date; no spans: a day off. */
  exceptions: ReadonlyMap<string, readonly ClockSpan[]>;
}

/** A time that a patient may book. Instants in milliseconds since the epoch. */
export interface Slot extends Interval {
  visitTypes: readonly VisitType[];
}

const MINUTE = 60_000;

/** The instant of a wall-clock minute; one that a change of clocks skips is the instant of the change, one that it repeats the first. */
export function instantOf(date: Temporal.PlainDate, minute: number, zone: string): number {
  const day = minute === 1440 ? date.add({ days: 1 }) : date;
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });
  const local = day.toPlainDateTime(time);
  try {
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).epochMilliseconds;
  } catch {
    const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds;
    return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
  }
}

/** A day of someone's calendar: its ISO date, and its weekday as in ISO 8601. */
export interface CalendarDay {
  date: string;
  weekday: number;
}

export const calendarDay = (day: Temporal.PlainDate): CalendarDay => ({ date: day.toString(), weekday: day.dayOfWeek });

/** The spans of one day by the doctor's calendar: an exception replaces the weekly hours. */
export const spansOf = (day: CalendarDay, hours: Hours): readonly ClockSpan[] =>
  hours.exceptions.get(day.date) ?? hours.weekly.filter(({ weekday }) => weekday === day.weekday);

function* days(from: number, to: number, zone: string) {
  const dateAt = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  const last = dateAt(to);
  for (let date = dateAt(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) yield date;
}

/** Every slot that the hours make in [from, to), taken or not, by start. Milliseconds since the epoch. */
export function slotsByHours(hours: Hours, from: number, to: number): Slot[] {
  const slots: Slot[] = [];
  for (const date of days(from, to, hours.zone)) {
    for (const { startMinute, endMinute, visitTypes } of spansOf(calendarDay(date), hours)) {
      const span = { start: instantOf(date, startMinute, hours.zone), end: instantOf(date, endMinute, hours.zone) };
      for (const piece of slice(span, hours.slotMinutes * MINUTE, hours.breakMinutes * MINUTE)) {
        if (piece.start >= from && piece.start < to) slots.push({ ...piece, visitTypes });
      }
    }
  }
  return slots.sort((a, b) => a.start - b.start);
}

/** The span of starts that a patient may book at `now`: not too soon, not too far ahead. */
export function bookable(hours: Hours, now: number): Interval {
  const horizon = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(hours.zone)
    .add({ days: hours.horizonDays });
  return { start: now + hours.noticeMinutes * MINUTE, end: horizon.epochMilliseconds };
}

/**
 * The slots that a patient may book in [from, to) at `now`: within the hours, not too soon or too far, and free of `busy`.
 * Milliseconds since the epoch.
 */
export function freeSlots(hours: Hours, busy: readonly Interval[], from: number, to: number, now: number): Slot[] {
  const { start, end } = bookable(hours, now);
  const slots = slotsByHours(hours, Math.max(from, start), Math.min(to, end));
  return slots.filter((slot) => !busy.some((taken) => overlaps(slot, taken)));
}

/** The reasons for which a patient may not book a time that is not taken. */
export const SLOT_REFUSALS = ['in_the_past', 'too_soon', 'too_far', 'outside_hours', 'visit_type_not_offered'] as const;

export type SlotRefusal = (typeof SLOT_REFUSALS)[number];

/** The slot that starts at `start` (milliseconds since the epoch), which may still be taken; or why a patient may not book it at `now`. */
export function slotAt(hours: Hours, start: number, visitType: VisitType, now: number): Slot | SlotRefusal {
  const span = bookable(hours, now);
  if (start <= now) return 'in_the_past';
  if (start < span.start) return 'too_soon';
  if (start >= span.end) return 'too_far';
  const slots = slotsByHours(hours, start, start + 1);
  if (slots.length === 0) return 'outside_hours';
  return slots.find(({ visitTypes }) => visitTypes.includes(visitType)) ?? 'visit_type_not_offered';
}

import { Temporal } from 'temporal-polyfill';
import type { VisitType } from '@/lib/appointments/policy';
import { contains, type Interval, normalize } from '@/lib/availability/intervals';
import { type CalendarDay, calendarDay, type Hours, spansOf } from '@/lib/availability/policy';

/** The part of a day that a time takes, in minutes after midnight by the clock of that day. */
interface DayPiece extends CalendarDay, Interval {}

/** A time (milliseconds since the epoch) by a zone's clock: a piece for each day that it touches. */
export function byClock({ start, end }: Interval, zone: string): DayPiece[] {
  const [from, to] = [start, end].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone));
  if (!from || !to) return [];
  const minute = (at: Temporal.ZonedDateTime) => at.hour * 60 + at.minute;
  const first = { ...calendarDay(from.toPlainDate()), start: minute(from) };
  if (from.toPlainDate().equals(to.toPlainDate())) return [{ ...first, end: minute(to) }];
  const last = { ...calendarDay(to.toPlainDate()), start: 0, end: minute(to) };
  return [{ ...first, end: 1440 }, ...(last.end > 0 ? [last] : [])];
}

/** True for a time by the doctor's clock (see byClock) that lies wholly where the hours offer this kind of visit; it need not be a slot. */
export function withinHours(hours: Hours, time: readonly DayPiece[], visitType: VisitType): boolean {
  return time.every((piece) => {
    const spans = spansOf(piece, hours).filter(({ visitTypes }) => visitTypes.includes(visitType));
    const open = normalize(spans.map(({ startMinute, endMinute }) => ({ start: startMinute, end: endMinute })));
    return open.some((span) => contains(span, piece));
  });
}

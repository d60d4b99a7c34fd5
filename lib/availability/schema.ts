import { z } from 'zod';
import { dateInput, instantInput, revisionInput } from '@/lib/platform/schema';

const visitTypes = z.array(z.enum(['video', 'in_person'])).min(1);

const clockSpan = z
  .object({
    /** Minutes after midnight by the doctor's clock; 1440 ends the day. */
    startMinute: z.int().min(0).max(1439),
    endMinute: z.int().min(1).max(1440),
    visitTypes,
  })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, { error: 'ends_before_start' });

const noOverlap = (spans: { startMinute: number; endMinute: number }[]) =>
  [...spans]
    .sort((a, b) => a.startMinute - b.startMinute)
    .every((span, index, sorted) => span.startMinute >= (sorted[index - 1]?.endMinute ?? 0));

const day = z.array(clockSpan).max(10).refine(noOverlap, { error: 'overlap' });

/** A doctor's whole availability, as the editor sends it. */
export const hoursInput = z.object({
  revision: revisionInput,
  slotMinutes: z.int().min(5).max(480),
  breakMinutes: z.int().min(0).max(240),
  noticeMinutes: z.int().min(0).max(43_200),
  horizonDays: z.int().min(1).max(730),
  /** By weekday as in ISO 8601: first Monday, seven days. */
  weekly: z.array(day).length(7),
  /** Days that differ, by ISO date; no spans: a day off. */
  exceptions: z.record(dateInput, day).refine((days) => Object.keys(days).length <= 400, { error: 'too_many' }),
});
export type HoursInput = z.infer<typeof hoursInput>;

/** Query of GET /api/doctors/<id>/slots: `from` inclusive, `to` exclusive, at most five weeks apart. */
export const slotsQuery = z
  .object({
    from: instantInput,
    to: instantInput,
  })
  .refine(({ from, to }) => from < to && to.getTime() - from.getTime() <= 36 * 86_400_000, {
    error: 'from must be before to, and at most five weeks before it',
  });

const slotJson = z.object({
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  visitTypes,
});

const doctorJson = z.object({
  id: z.uuid(),
  name: z.string(),
  specialty: z.string(),
  languages: z.array(z.string()),
  /** IANA name. */
  zone: z.string(),
  slotMinutes: z.int(),
  nextFreeAt: z.iso.datetime().nullable(),
});
export type DoctorJson = z.infer<typeof doctorJson>;

export const slotPage = z.object({ items: z.array(slotJson) });
export const doctorPage = z.object({ items: z.array(doctorJson) });

/** The rhythms that a form offers: every so many weeks or months. */
export const RHYTHMS = [
  ...Array.from({ length: 12 }, (_, index) => ({ frequency: 'weekly', n: index + 1 }) as const),
  ...[1, 2, 3, 6, 12].map((n) => ({ frequency: 'monthly', n }) as const),
].map((rhythm) => ({ ...rhythm, every: `${rhythm.frequency}:${rhythm.n}` }));

export interface PreviewDate {
  startsAt: string;
  /** "Tue 24 Nov, 09:00". */
  when: string;
  /** By the other person's clock, where that shows another time. */
  there: string | null;
  /** The reason why there can be no visit then; null: there can. */
  problem: string | null;
  leftOut: boolean;
}

/** The visits that a choice comes to, in words; else why there are none. */
export type RepeatPreview =
  | {
      ok: true;
      summary: string;
      /** A peculiarity of the rule, such as a fifth Friday. */
      note: string | null;
      dates: PreviewDate[];
      /** Dates that are not possible, and the way on: to leave them out; null when all dates can be booked. */
      trouble: { text: string; leaveOut: string[]; label: string | null } | null;
      /** Two readings of a time that comes twice. */
      which: { first: string; second: string } | null;
      submit: string;
    }
  | { ok: false; text: string };

/** How a visit is to repeat, as it is chosen in a form. */
export interface RepeatChoice {
  /** '' (not at all), or 'weekly:2': every second week. */
  every: string;
  ends: 'count' | 'until';
  count: string;
  /** ISO date. */
  until: string;
  /** Which of two is meant where a time comes twice. */
  twice?: 'first' | 'second';
  /** Starts that are left out, ISO 8601. */
  except: string[];
}

/** Every so many weeks and months that a form offers. */
export const RHYTHMS = [
  ...Array.from({ length: 12 }, (_, index) => `weekly:${index + 1}`),
  ...[1, 2, 3, 6, 12].map((months) => `monthly:${months}`),
];

export interface PreviewDate {
  startsAt: string;
  /** "Tue 24 Nov, 09:00". */
  when: string;
  /** By the other person's clock, where that shows another time. */
  there: string | null;
  /** Why there can be no visit then; null: there can. */
  problem: string | null;
  leftOut: boolean;
}

/** What a choice comes to, in words. */
export type RepeatPreview =
  | {
      ok: true;
      summary: string;
      /** What is special about the rule, such as a fifth Friday. */
      note: string | null;
      dates: PreviewDate[];
      /** What is not possible, and the way on: what to leave out; null when all dates can be booked. */
      trouble: { text: string; leaveOut: string[]; label: string | null } | null;
      /** Two readings of a time that comes twice. */
      which: { first: string; second: string } | null;
      submit: string;
    }
  | { ok: false; text: string };

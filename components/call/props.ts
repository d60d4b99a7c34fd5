import type { Joinable, JoinWindow } from '@/lib/appointments/policy';
import type { Roster } from '@/lib/appointments/roster';

/** A moment for a sentence, in the reader's zone and language: 'today', 'tomorrow' or another kind of day, the day's name, the time. */
interface Moment {
  kind: string;
  day: string;
  time: string;
}

/** An appointment that does not take place, for one of its people. */
export interface CalledOff {
  /** What was done and by whom, `name` where `by` is 'other'; a request expires by nobody. Null: nothing was recorded. */
  did: { what: 'canceled' | 'declined' | 'expired'; by: 'you' | 'clinic' | 'other'; name: string } | null;
  /** The words that came with it. */
  note: string | null;
  /** Path where its patient books another time; null for its doctor. */
  bookAt: string | null;
}

/** The appointment of a call as its page hands it on, times ready for the reader. */
export interface CallProps {
  appointmentId: string;
  /** Of the appointment as the page shows it. */
  revision: number;
  appointment: Joinable;
  window: JoinWindow;
  /** The server's clock, milliseconds since the epoch. */
  renderedAt: number;
  /** The person here: their id, which is their identity in the call. `zone`: an IANA name. */
  me: { id: string; name: string; zone: string };
  roster: Roster;
  /** Path to go back to. */
  from: string;
  opens: Moment;
  closes: Moment;
  /** "Today, 10:30". */
  when: string;
  /** Day, span and zone. */
  whenInFull: string;
  reason: string | null;
  calledOff: CalledOff | null;
  clinic: {
    name: string;
    phone: string | null;
    address: string | null;
    /** Advice for an emergency. */
    note: string;
  };
}

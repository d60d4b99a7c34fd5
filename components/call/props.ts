import type { Joinable, JoinWindow } from '@/lib/appointments/policy';
import type { Roster } from '@/lib/appointments/roster';

/** A moment for a sentence, in the reader's zone and language: 'today', 'tomorrow' or another kind of day, the day's name, the time. */
interface Moment {
  kind: string;
  day: string;
  time: string;
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
  clinic: {
    name: string;
    phone: string | null;
    address: string | null;
    /** Advice for an emergency. */
    note: string;
  };
}

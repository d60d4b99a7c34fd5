import type { Joinable, JoinWindow } from '@/lib/appointments/policy';
import type { CallWords } from './words';

/** What the server tells the call about the appointment, words and times ready for the reader. */
export interface CallProps {
  appointmentId: string;
  appointment: Joinable;
  window: JoinWindow;
  /** The server's clock, milliseconds since the epoch. */
  renderedAt: number;
  me: { id: string; name: string };
  other: string;
  /** Path to go back to. */
  from: string;
  words: CallWords;
  /** "Today, 10:30". */
  when: string;
  /** The same in full: day, span and zone. */
  whenInFull: string;
  reason: string | null;
  clinic: {
    name: string;
    phone: string | null;
    address: string | null /** What to do in an emergency. */;
    note: string;
  };
}

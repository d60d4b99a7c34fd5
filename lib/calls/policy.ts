/** The life of a token in milliseconds. It only has to get someone through the door: the SFU refreshes it for who is inside. */
const TOKEN_LIFE = 2 * 60_000;

/** The instant until which a token minted at `now` opens its room: shortly after, and never beyond the window's end. */
export function tokenExpiry(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + TOKEN_LIFE, closesAt.getTime()));
}

/**
 * What the call that somebody began last means for a request for another token: `taken`, when what comes back by itself (`rejoin` without
 * `begin`) is not what they began last; `elsewhere`, when they may still be in the call of another visit; `free` otherwise.
 */
export function seatVerdict(
  seat: { appointmentId: string; callId: string } | null,
  appointmentId: string,
  { call, rejoin = false, begin = false }: { call?: string; rejoin?: boolean; begin?: boolean },
): 'taken' | 'elsewhere' | 'free' {
  if (!seat || seat.callId === call) return 'free';
  if (rejoin && !begin) return 'taken';
  return seat.appointmentId === appointmentId ? 'free' : 'elsewhere';
}

/** Milliseconds within which whoever begins a call comes into its room; the SFU itself then puts the same person's other device out of it. */
const COMING = 10_000;

/**
 * True where somebody in the room of a visit (who joined it at `joinedAt`) began another call after that. While they are on their way into this very
 * room from another device nobody is outdated: the SFU takes people out by their identity, and would meet the one who comes.
 */
export const isOutdated = (
  seat: { appointmentId: string; callId: string; beganAt: Date } | null,
  { call, joinedAt }: { call: string | null; joinedAt: Date },
  appointmentId: string,
  now: Date,
): boolean => {
  if (seat === null || call === null || seat.callId === call || seat.beganAt <= joinedAt) return false;
  return seat.appointmentId !== appointmentId || now.getTime() - seat.beganAt.getTime() > COMING;
};

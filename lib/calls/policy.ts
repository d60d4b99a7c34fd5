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

/** True where somebody in a room (who joined it at `joinedAt`) began another call after that. */
export const isOutdated = (
  seat: { callId: string; beganAt: Date } | null,
  { call, joinedAt }: { call: string | null; joinedAt: Date },
): boolean => seat !== null && call !== null && seat.callId !== call && seat.beganAt > joinedAt;

/** The life of a token in milliseconds. It only has to get someone through the door: the SFU refreshes it for who is inside. */
const TOKEN_LIFE = 2 * 60_000;

/** The instant until which a token minted at `now` opens its room: shortly after, and never beyond the window's end. */
export function tokenExpiry(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + TOKEN_LIFE, closesAt.getTime()));
}

/** The call that a person began last. */
export interface Seat {
  appointmentId: string;
  callId: string;
  beganAt: Date;
}

/**
 * What the call that somebody began last means for a request for another token. What comes back by itself (`rejoin` without `begin`) and is not
 * what they began last gives way: `taken`, where this visit's call goes on for them by another stay; `moved`, where they began another visit's.
 * `elsewhere`, when they may still be in the call of another visit; `free` otherwise.
 */
export function seatVerdict(
  seat: Seat | null,
  appointmentId: string,
  { call, rejoin = false, begin = false }: { call?: string; rejoin?: boolean; begin?: boolean },
): 'taken' | 'moved' | 'elsewhere' | 'free' {
  if (!seat || seat.callId === call) return 'free';
  const isHere = seat.appointmentId === appointmentId;
  if (rejoin && !begin) return isHere ? 'taken' : 'moved';
  return isHere ? 'free' : 'elsewhere';
}

/** Milliseconds within which whoever begins a call comes into its room; the SFU itself then puts the same person's other device out of it. */
const COMING = 10_000;

/** Milliseconds within which a page that came in by a token from the door, and is connected, has told us that its call began. */
const TELLING = 5_000;

/**
 * What the call that somebody began last means for a stay of theirs in the room of a visit, which they joined at `joinedAt`. Only the seat's stay
 * may be in a room: any other is `outdated` where something was begun after it came in. In the seat's own room not while the newer one may be on
 * its way: the SFU takes people out by their identity, and would meet the one who comes. `unbegun` is a stay in another visit's room that came
 * in after the seat's was begun and did not take the seat since: it may not be live beside the seat's. A call that connected for so long that
 * another was begun meanwhile is one, and so is a page whose word of its beginning was lost; the latter alone may stay.
 */
export function stayVerdict(
  seat: Seat | null,
  { call, joinedAt }: { call: string | null; joinedAt: Date },
  appointmentId: string,
  now: Date,
): 'stays' | 'unbegun' | 'outdated' {
  if (seat === null || call === null || seat.callId === call) return 'stays';
  const begunSince = seat.beganAt > joinedAt;
  if (seat.appointmentId !== appointmentId) {
    if (begunSince) return 'outdated';
    return now.getTime() - joinedAt.getTime() > TELLING ? 'unbegun' : 'stays';
  }
  return begunSince && now.getTime() - seat.beganAt.getTime() > COMING ? 'outdated' : 'stays';
}

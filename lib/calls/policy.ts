/** The life of a token in milliseconds. It only has to get someone through the door: the SFU refreshes it for who is inside. */
const TOKEN_LIFE = 2 * 60_000;

/** The instant until which a token minted at `now` opens its room: shortly after, and never beyond the window's end. */
export function tokenExpiry(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + TOKEN_LIFE, closesAt.getTime()));
}

/** A token only has to get someone through the door; the SFU refreshes it for who is inside. Milliseconds. */
const TOKEN_LIFE = 10 * 60_000;

/** Until when a token opens its room: shortly, and never beyond the window's end. */
export function tokenExpiry(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + TOKEN_LIFE, closesAt.getTime()));
}

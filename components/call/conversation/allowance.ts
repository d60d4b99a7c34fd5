/** So much at once, and so much a second from then on. */
interface Limits {
  packets: number;
  bytes: number;
}

/** What one person's browser may send unasked. */
const BURST: Limits = { packets: 20, bytes: 40_000 };
const A_SECOND: Limits = { packets: 4, bytes: 10_000 };

interface Left extends Limits {
  /** Milliseconds since the epoch. */
  at: number;
}

/** Counts what comes in from each sender: a browser that floods others costs nobody their connection, and hides nobody's words. */
export class Allowance {
  private readonly left = new Map<string, Left>();

  /** Whoever leaves and comes back has what was left to them: it fills up again with time only. */
  constructor(private readonly burst = BURST) {}

  /** Whether a packet of this size is within what its sender may send; what is not is to be left unread. */
  take(from: string, bytes: number, now: number): boolean {
    const before = this.left.get(from) ?? { ...this.burst, at: now };
    const seconds = Math.max(0, now - before.at) / 1_000;
    const have = {
      packets: Math.min(this.burst.packets, before.packets + seconds * A_SECOND.packets),
      bytes: Math.min(this.burst.bytes, before.bytes + seconds * A_SECOND.bytes),
      at: now,
    };
    const enough = have.packets >= 1 && have.bytes >= bytes;
    this.left.set(from, enough ? { ...have, packets: have.packets - 1, bytes: have.bytes - bytes } : have);
    return enough;
  }
}

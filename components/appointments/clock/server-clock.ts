/**
 * The server's clock as this page can know it, whatever the device's own clock says. Elapsed time is the monotonic clock's; where the
 * two clocks of the device disagree, it slept (the monotonic one may have stood still) or was set, and `doubtful` asks for a new answer.
 */
interface Anchor {
  renderedAt: number;
  /** performance.now() and Date.now() at the moment that stands for `renderedAt`. */
  steady: number;
  wall: number;
}

const TOLERANCE = 2_000;

let anchor: Anchor | null = null;

const elapsed = (from: Anchor) => ({ steady: performance.now() - from.steady, wall: Date.now() - from.wall });

/** True when the clocks of this device went apart since the server was last heard. */
export function doubtful(): boolean {
  if (!anchor) return false;
  const { steady, wall } = elapsed(anchor);
  return Math.abs(wall - steady) > TOLERANCE;
}

/** The time (of performance.now()) when the answer being read began to arrive: hydration comes later, on a slow phone by seconds. */
function heardAt(): number {
  const now = performance.now();
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const start = navigation?.responseStart ?? 0;
  return anchor === null && start > 0 && start < now ? start : now;
}

/**
 * Takes in when (milliseconds since the epoch) the server says it rendered what is shown. Answers out of the router's or the browser's
 * cache are older than they arrive: of two, the one that puts the server's clock further ahead is nearer to the truth.
 */
export function hear(renderedAt: number): void {
  if (anchor && renderedAt <= anchor.renderedAt) return;
  const steady = heardAt();
  const next = { renderedAt, steady, wall: Date.now() - (performance.now() - steady) };
  const ahead = anchor && renderedAt - steady > anchor.renderedAt - anchor.steady;
  if (!anchor || ahead || doubtful()) anchor = next;
}

/** The server's time now, in milliseconds since the epoch. */
export function serverNow(): number {
  if (!anchor) return Date.now();
  const { steady, wall } = elapsed(anchor);
  return anchor.renderedAt + (wall - steady > TOLERANCE ? wall : steady);
}

import type { BrowserContext } from '@playwright/test';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A zone in which it is about noon: what a test sets an hour or two ahead is still today there, at whatever hour it runs. */
export function noonZone(): string {
  const ahead = 12 - new Date().getUTCHours();
  if (ahead === 0) return 'Etc/GMT';
  // The sign of these names is turned round: Etc/GMT-2 is two hours ahead of Greenwich.
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}

/** "09:30", as a clock in the zone shows it. */
export const clockIn = (zone: string, instant: Date | number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );

/** Sets the clock of a browser's pages wrong by so many milliseconds; their timers run as ever. */
export const shiftClock = (context: BrowserContext, by: number) =>
  context.addInitScript((shift) => {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
      construct: (_, given) => Reflect.construct(Real, given.length > 0 ? given : [Real.now() + shift]),
      apply: () => new Real(Real.now() + shift).toString(),
      get: (target, key) => (key === 'now' ? () => Real.now() + shift : Reflect.get(target, key)),
    });
  }, by);

import { beforeEach, expect, test, vi } from 'vitest';

const SERVER = Date.parse('2026-11-24T10:00:00Z');
const HOUR = 3_600_000;

let steady: number;
let wall: number;

/** Time passes for both clocks of the device. */
function pass(ms: number) {
  steady += ms;
  wall += ms;
}

async function freshClock() {
  vi.resetModules();
  return import('./server-clock');
}

beforeEach(() => {
  steady = 500;
  wall = SERVER + 2 * HOUR;
  vi.spyOn(performance, 'now').mockImplementation(() => steady);
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => [
    { responseStart: 200 } as PerformanceNavigationTiming,
  ]);
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
  return () => vi.restoreAllMocks();
});

test('counts from when the document began to arrive, whatever the device’s clock says', async () => {
  const clock = await freshClock();
  clock.hear(SERVER);
  expect(clock.serverNow()).toBe(SERVER + 300);
  pass(60_000);
  expect(clock.serverNow()).toBe(SERVER + 60_300);
  expect(clock.doubtful()).toBe(false);
});

test('is not set back by an answer out of a cache', async () => {
  const clock = await freshClock();
  clock.hear(SERVER);
  pass(10 * 60_000);
  clock.hear(SERVER - 60_000);
  clock.hear(SERVER + 1_000);
  expect(clock.serverNow()).toBe(SERVER + 10 * 60_000 + 300);
});

test('goes by the wall clock after a sleep in which the steady one stood still, and asks', async () => {
  const clock = await freshClock();
  clock.hear(SERVER);
  wall += HOUR;
  expect(clock.serverNow()).toBe(SERVER + HOUR + 300);
  expect(clock.doubtful()).toBe(true);
  clock.hear(SERVER + HOUR + 400);
  expect(clock.doubtful()).toBe(false);
  expect(clock.serverNow()).toBe(SERVER + HOUR + 400);
});

test('finds the truth again after someone set the device’s clock', async () => {
  const clock = await freshClock();
  clock.hear(SERVER);
  wall -= 2 * HOUR;
  expect(clock.serverNow()).toBe(SERVER + 300);
  wall += 5 * HOUR;
  expect(clock.doubtful()).toBe(true);
  pass(1_000);
  clock.hear(SERVER + 1_250);
  expect(clock.serverNow()).toBe(SERVER + 1_250);
  expect(clock.doubtful()).toBe(false);
});

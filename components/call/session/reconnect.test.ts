import { describe, expect, it } from 'vitest';
import { failureOf } from './failure';
import { afterRefusal, resumeDelay, retryDelay } from './reconnect';

const refusal = (code: string, retryAfter: number | null = null) => ({ code, retryAfter });

describe('afterRefusal', () => {
  it.each([
    ['signed_out', 'signed_out'],
    ['too_late', 'too_late'],
    ['appointment_canceled', 'appointment_canceled'],
    ['appointment_over', 'appointment_over'],
    ['appointment_not_found', 'appointment_changed'],
    ['appointment_not_confirmed', 'appointment_changed'],
  ])('ends the call on %s', (code, end) => expect(afterRefusal(refusal(code), 0)).toEqual({ end }));

  it.each(['site_unreachable', 'call_unavailable'])('tries again on %s, soon', (code) => {
    expect(afterRefusal(refusal(code, 60), 0)).toEqual({ retryIn: retryDelay(0) });
  });
  it.each(['foreign_origin', 'something_new', 'unknown'])(
    'tries again on %s, which nobody knows, at growing distances',
    (code) => {
      const delays = [0, 1, 2, 5, 50].map((attempt) => afterRefusal(refusal(code), attempt));
      expect(delays).toEqual([1_000, 1_500, 2_250, 7_594, 30_000].map((retryIn) => ({ retryIn })));
    },
  );

  it('obeys a limit on requests', () => {
    expect(afterRefusal(refusal('too_many_requests', 12), 0)).toEqual({ retryIn: 12_000 });
    expect(afterRefusal(refusal('too_many_requests'), 0)).toEqual({ retryIn: 5_000 });
  });
  it('waits longer from attempt to attempt', () => {
    expect(afterRefusal(refusal('call_unavailable'), 3)).toEqual({ retryIn: retryDelay(3) });
    expect(afterRefusal(refusal('too_many_requests', 1), 4)).toEqual({ retryIn: retryDelay(4) });
  });
});

describe('retryDelay', () => {
  it('begins with a wait, and grows to a limit', () => {
    expect(retryDelay(0)).toBeLessThanOrEqual(1_000);
    expect(retryDelay(1)).toBeGreaterThan(retryDelay(0));
    expect(retryDelay(1000)).toBe(5_000);
    expect([0, 1, 2, 3].map(retryDelay)).toEqual([700, 1_100, 1_500, 1_900]);
  });
});

describe('resumeDelay', () => {
  it('tries at once, then about every second', () => {
    expect(resumeDelay({ retryCount: 0, elapsedMs: 0 })).toBeLessThanOrEqual(300);
    for (const retryCount of [1, 5, 9]) {
      expect(resumeDelay({ retryCount, elapsedMs: 3_000 })).toBeLessThanOrEqual(1_200);
    }
  });
  it.each([
    [0, 0, 0],
    [0, 1, 300],
    [1, 0, 600],
    [1, 1, 1_200],
    [9, 0.5, 900],
  ])('after %d attempts waits, with %d drawn, %d ms: never a loop without a pause', (retryCount, random, delay) => {
    expect(resumeDelay({ retryCount, elapsedMs: 3_000 }, random)).toBe(delay);
  });
  it('draws its own number', () => {
    const delays = Array.from({ length: 20 }, () => resumeDelay({ retryCount: 1, elapsedMs: 3_000 }));
    expect(new Set(delays).size).toBeGreaterThan(1);
    for (const delay of delays) expect(delay).toBeGreaterThanOrEqual(600);
  });
  it('leaves the rest to a fresh token', () => {
    expect(resumeDelay({ retryCount: 9, elapsedMs: 16_000 })).toBeNull();
    expect(resumeDelay({ retryCount: 9, elapsedMs: 15_001 })).toBeNull();
    expect(resumeDelay({ retryCount: 9, elapsedMs: 15_000 })).not.toBeNull();
  });
});

describe('failureOf', () => {
  it('has words for a code it does not know', () => expect(failureOf('teapot')).toBe('unknown'));
});

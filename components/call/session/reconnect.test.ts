import { describe, expect, it } from 'vitest';
import { afterRefusal, failureOf, resumeDelay, retryDelay } from './reconnect';

const refusal = (code: string, retryAfter: number | null = null) => ({ code, retryAfter });

describe('afterRefusal', () => {
  it.each([
    ['signed_out', 'signed_out'],
    ['too_late', 'too_late'],
    ['appointment_canceled', 'appointment_canceled'],
    ['appointment_over', 'appointment_over'],
    ['appointment_not_found', 'appointment_changed'],
    ['appointment_not_confirmed', 'appointment_changed'],
    ['foreign_origin', 'unknown'],
    ['something_new', 'unknown'],
  ])('ends the call on %s', (code, end) => expect(afterRefusal(refusal(code), 0)).toEqual({ end }));

  it.each(['site_unreachable', 'call_unavailable'])('tries again on %s, soon', (code) => {
    expect(afterRefusal(refusal(code, 60), 0)).toEqual({ retryIn: retryDelay(0) });
  });
  it('obeys a limit on requests', () => {
    expect(afterRefusal(refusal('too_many_requests', 12), 0)).toEqual({ retryIn: 12_000 });
    expect(afterRefusal(refusal('too_many_requests'), 0)).toEqual({ retryIn: 5_000 });
  });
});

describe('retryDelay', () => {
  it('grows to a limit', () => {
    expect(retryDelay(0)).toBeLessThanOrEqual(1_000);
    expect(retryDelay(1)).toBeGreaterThan(retryDelay(0));
    expect(retryDelay(1000)).toBe(5_000);
  });
});

describe('resumeDelay', () => {
  it('tries at once, then about every second', () => {
    expect(resumeDelay({ retryCount: 0, elapsedMs: 0 })).toBeLessThanOrEqual(300);
    for (const retryCount of [1, 5, 9]) {
      expect(resumeDelay({ retryCount, elapsedMs: 3_000 })).toBeLessThanOrEqual(1_200);
    }
  });
  it('leaves the rest to a fresh token', () => expect(resumeDelay({ retryCount: 9, elapsedMs: 16_000 })).toBeNull());
});

describe('failureOf', () => {
  it('has words for a code it does not know', () => expect(failureOf('teapot')).toBe('unknown'));
});

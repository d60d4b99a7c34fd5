import { describe, expect, it } from 'vitest';
import { problemResponse } from './problem-response';
import { type Problem, refuse } from './problems';

/** The compiler is the test: `tsc` fails where an error that is expected here does not come. */
function demands() {
  // @ts-expect-error from when on?
  refuse('too_early');
  // @ts-expect-error since when?
  refuse('too_late');
  // @ts-expect-error after how long?
  refuse('too_many_requests');
  // @ts-expect-error after how long?
  refuse('call_unavailable');
  // @ts-expect-error into what?
  refuse('appointment_changed');
  // @ts-expect-error which?
  refuse('series_collision');
  // @ts-expect-error which?
  refuse('series_time_skipped');
  // @ts-expect-error which?
  refuse('series_time_ambiguous');
  // @ts-expect-error another code's member
  refuse('too_early', { closedAt: '2026-11-24T09:00:00Z' });
  // @ts-expect-error none of its members
  refuse('forbidden', { opensAt: '2026-11-24T09:00:00Z' });
  // @ts-expect-error one of the two demands more
  refuse('forbidden' as 'forbidden' | 'too_early');
  // @ts-expect-error written by hand it demands as much
  const byHand: Problem = { ok: false, code: 'too_early' };
  return byHand;
}

describe('refusals', () => {
  it('demand what their code says', () => expect(demands).toBeTypeOf('function'));

  it('of codes without members need none', () => {
    expect(refuse('forbidden')).toEqual({ ok: false, code: 'forbidden' });
    expect(refuse('slot_taken')).toEqual({ ok: false, code: 'slot_taken' });
  });

  it('of one among several codes need what all of them demand', () => {
    const code = 'appointment_over' as 'appointment_over' | 'appointment_changed';
    expect(refuse(code, { current: { status: 'canceled', revision: 2 } })).toEqual({
      ok: false,
      code,
      current: { status: 'canceled', revision: 2 },
    });
  });

  it('answer with a problem body (RFC 9457), the time to wait as a header', async () => {
    const response = problemResponse(refuse('too_many_requests', { retryAfter: 7 }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await response.text()).toBe(
      '{"type":"about:blank","title":"too many requests","status":429,"code":"too_many_requests"}',
    );
    const early = problemResponse(refuse('too_early', { opensAt: '2026-11-24T09:00:00.000Z' }));
    expect(await early.text()).toBe(
      '{"type":"about:blank","title":"too early","status":403,"code":"too_early","opensAt":"2026-11-24T09:00:00.000Z"}',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { scrub } from './logs';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl-_x';
const JWE = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aXYtaXYtaXY.Y2lwaGVydGV4dA.dGFn';

describe('scrub', () => {
  it('takes tokens out of a line, wherever they stand', () => {
    expect(scrub(`GET /rtc?access_token=${JWT}&sdk=js`)).toBe('GET /rtc?access_token=…&sdk=js');
    expect(scrub(`{"error": "invalid token: ${JWT}, error: expired"}`)).toBe(
      '{"error": "invalid token: (token), error: expired"}',
    );
    expect(scrub(` GET /reset/${'a'.repeat(64)} 200 in 30ms`)).toBe(' GET /reset/… 200 in 30ms');
    expect(scrub(` GET /api/calendar/${'aB-_'.repeat(16)}.ics 200 in 9ms`)).toBe(' GET /api/calendar/….ics 200 in 9ms');
    expect(scrub(`cookie: anteroom-3000.session=${JWE}; x=1`)).toBe('cookie: anteroom-3000.session=(token); x=1');
  });

  it('leaves other lines as they are', () => {
    const line = '2026-11-21 14:14:26 LOG:  listening on "127.0.0.1", key eyJ and eyJabc.def stay';
    expect(scrub(line)).toBe(line);
  });
});

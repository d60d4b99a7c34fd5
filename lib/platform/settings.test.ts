import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings';

const env = {
  DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/a',
  LIVEKIT_URL: 'wss://sfu.clinic.example',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  SMTP_URL: 'smtps://mail.clinic.example',
  NEXTAUTH_URL: 'https://visits.clinic.example/',
  NEXTAUTH_SECRET: 'n'.repeat(32),
};
const problemWith = (change: Record<string, string | undefined>) => {
  try {
    readSettings({ ...env, ...change });
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return null;
};

describe('settings', () => {
  it('have defaults for all that nobody has to decide', () => {
    expect(readSettings(env)).toMatchObject({
      joinWindow: { opensMinutesBefore: 30, closesMinutesAfter: 120 },
      origin: 'https://visits.clinic.example',
      mail: {
        smtpUrl: 'smtps://mail.clinic.example',
        from: { name: 'Anteroom Clinic', address: 'no-reply@visits.clinic.example' },
      },
      livekit: { apiUrl: 'https://sfu.clinic.example', browserUrl: 'wss://sfu.clinic.example' },
    });
  });

  it('change the limits that are named, and leave the others', () => {
    const { rateLimits } = readSettings({ ...env, RATE_LIMITS: 'video_token=600/60, feed=1/2' });
    expect(rateLimits).toMatchObject({
      video_token: { points: 600, duration: 60 },
      feed: { points: 1, duration: 2 },
      feed_miss: { points: 60, duration: 900 },
    });
    expect(readSettings(env).rateLimits.video_token).toEqual({ points: 60, duration: 60 });
  });

  it.each(['video_token', 'video_token=0/60', 'video_token=60/0', 'nothing=1/1', 'toString=1/1', 'feed=-1/2'])(
    'take no limit such as %s',
    (RATE_LIMITS) =>
      expect(problemWith({ RATE_LIMITS })).toMatch(
        /^RATE_LIMITS takes name=requests\/seconds, with names out of .*video_token/,
      ),
  );

  it.each([
    ['https://api.pwnedpasswords.com/range/', 'https://api.pwnedpasswords.com/range/'],
    ['https://list.clinic.example/range', 'https://list.clinic.example/range/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://[::1]:8080/range', 'http://[::1]:8080/range/'],
    ['', undefined],
  ])('know the list of breached passwords: %j', (BREACHED_PASSWORDS_URL, url) =>
    expect(readSettings({ ...env, BREACHED_PASSWORDS_URL }).breachedPasswordsUrl).toBe(url),
  );

  it('read an empty value as unset', () => {
    expect(readSettings({ ...env, JOIN_OPENS_MINUTES_BEFORE: '', CLINIC_PHONE: '' })).toMatchObject({
      joinWindow: { opensMinutesBefore: 30 },
      clinic: { phone: undefined },
    });
  });

  it.each([
    ['mail@clinic.example', 'Anteroom Clinic'],
    ['<mail@clinic.example>', 'Anteroom Clinic'],
    ['Müller & Söhne, Ärzte <mail@clinic.example>', 'Müller & Söhne, Ärzte'],
    ['"Hillside, Clinic" <mail@clinic.example>', 'Hillside, Clinic'],
  ])('know whom mail comes from: %s', (MAIL_FROM, name) =>
    expect(readSettings({ ...env, MAIL_FROM }).mail.from).toEqual({ name, address: 'mail@clinic.example' }),
  );

  it.each([
    [{ DATABASE_URL: undefined }, /^DATABASE_URL is not set$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL takes an address that starts with postgresql:\/\//],
    [{ LIVEKIT_URL: 'sfu' }, /^LIVEKIT_URL takes/],
    [{ NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET takes 32 characters/],
    [{ JOIN_OPENS_MINUTES_BEFORE: 'soon' }, /^JOIN_OPENS_MINUTES_BEFORE takes a number/],
    [{ JOIN_CLOSES_MINUTES_AFTER: '0' }, /^JOIN_CLOSES_MINUTES_AFTER/],
    [{ TRUSTED_PROXIES: '1.5' }, /^TRUSTED_PROXIES takes a whole number/],
    [{ BREACHED_PASSWORDS_URL: 'http://api.pwnedpasswords.com/range/' }, /^BREACHED_PASSWORDS_URL takes/],
    [{ BREACHED_PASSWORDS_URL: 'https://key@list.clinic.example/' }, /^BREACHED_PASSWORDS_URL takes/],
    [{ BREACHED_PASSWORDS_URL: 'https://list.clinic.example/?range=' }, /^BREACHED_PASSWORDS_URL takes/],
    [{ BREACHED_PASSWORDS_URL: 'on' }, /^BREACHED_PASSWORDS_URL takes/],
    [{ CLINIC_LOGO_URL: 'javascript:alert(1)' }, /^CLINIC_LOGO_URL takes/],
    [{ MAIL_FROM: 'the clinic' }, /^MAIL_FROM takes an e-mail address/],
    [{ MAIL_FROM: 'Clinic <mail@clinic.example' }, /^MAIL_FROM takes an e-mail address/],
    [{ MAIL_FROM: 'Clinic\r\nBcc: all@clinic.example <mail@clinic.example>' }, /^MAIL_FROM takes an e-mail address/],
  ])('name the wrong one: %o', (change, message) => expect(problemWith(change)).toMatch(message));

  it('never repeat a secret', () => {
    expect(problemWith({ NEXTAUTH_SECRET: 'hunter2', LIVEKIT_API_SECRET: 'hunter3' })).not.toMatch(/hunter/);
  });
});

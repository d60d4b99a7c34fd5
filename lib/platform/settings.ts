import { z } from 'zod';
import { RATE_LIMITS, rateLimits } from './rate-limits.ts';

/** A setting that cannot be used. The message names the variable and says what it takes; it never repeats a secret's value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `takes an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]'];
/** A folder over https, or over http on this machine, where nobody reads along; it ends with a slash. */
const folder = z
  .string()
  .refine(
    (value) => {
      const url = URL.parse(value);
      if (!url || url.search || url.hash || url.username || url.password) return false;
      return url.protocol === 'https:' || (url.protocol === 'http:' && OWN_MACHINE.includes(url.hostname));
    },
    { error: 'takes an address that starts with https://, without name, ? and #' },
  )
  .transform((value) => value.replace(/\/*$/, '/'));
const whole = (min: number, max: number) =>
  z.coerce.number({ error: 'takes a number' }).int('takes a whole number').min(min).max(max);
const HOUR = 3_600_000;
const secret = z.string().min(32, 'takes 32 characters or more');
const text = z.string().trim().max(500);
/** `address`, or `Name <address>`, the name perhaps in quotation marks. */
const MAILBOX = /^(?:"?(?<name>[^"<>\r\n]*?)"?\s*<(?=.*>$))?(?<address>[^\s@<>,;"]+@[^\s@<>,;"]+?)>?$/;

/** A sender in two parts, so that a name may hold a comma. */
function mailbox(given: string | undefined, clinicName: string, host: string) {
  const { name, address } = (given && MAILBOX.exec(given)?.groups) || {};
  return { name: name || clinicName, address: address ?? `no-reply@${host}` };
}

const schema = z.object({
  DATABASE_URL: url('postgresql:', 'postgres:'),
  LIVEKIT_URL: url('ws:', 'wss:'),
  LIVEKIT_API_URL: url('http:', 'https:', 'ws:', 'wss:').optional(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: secret,
  SMTP_URL: url('smtp:', 'smtps:'),
  MAIL_FROM: z.string().trim().regex(MAILBOX, 'takes an e-mail address, or Name <address>').optional(),
  NEXTAUTH_URL: url('http:', 'https:'),
  NEXTAUTH_SECRET: secret,
  JOIN_OPENS_MINUTES_BEFORE: whole(0, 24 * 60).default(30),
  JOIN_CLOSES_MINUTES_AFTER: whole(1, 24 * 60).default(120),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  BREACHED_PASSWORDS_URL: folder.optional(),
  ADMIN_SEES_REASONS: z.enum(['true', 'false'], { error: 'takes true or false' }).default('false'),
  MAX_CONNECTIONS: whole(10, 1_000_000).default(4_000),
  MAX_CONNECTIONS_PER_ADDRESS: whole(6, 1_000_000).default(512),
  HEADERS_TIMEOUT_SECONDS: whole(1, 600).default(15),
  REQUEST_TIMEOUT_SECONDS: whole(1, 3_600).default(60),
  MAX_BODY_KILOBYTES: whole(16, 1_000_000).default(64),
  SESSION_HOURS_STAFF: whole(1, 24 * 366).default(12),
  SESSION_HOURS_PATIENT: whole(1, 24 * 366).default(30 * 24),
  SESSION_IDLE_HOURS_STAFF: whole(1, 24 * 366).default(4),
  SESSION_IDLE_HOURS_PATIENT: whole(1, 24 * 366).default(14 * 24),
  MAX_STREAMS_PER_PERSON: whole(1, 10_000).default(20),
  MAX_STREAMS_PER_ADDRESS: whole(1, 100_000).default(200),
  RATE_LIMITS: z
    .string()
    .default('')
    .transform((list, context) => {
      const limits = rateLimits(list);
      if (limits) return limits;
      const names = Object.keys(RATE_LIMITS).join(', ');
      context.addIssue({ code: 'custom', message: `takes name=requests/seconds, with names out of ${names}` });
      return z.NEVER;
    }),
  PORT: whole(1, 65535).default(3000),
  ANTEROOM_DATA: z.string().default('.data'),
  CLINIC_NAME: text.min(1).default('Anteroom Clinic'),
  CLINIC_LOGO_URL: z
    .string()
    .regex(/^(https:\/\/|\/(?!\/))/, 'takes https://… or a path that starts with /')
    .optional(),
  CLINIC_PHONE: text.optional(),
  CLINIC_ADDRESS: text.optional(),
  CLINIC_EMERGENCY_NOTE: text.optional(),
});

export type Settings = ReturnType<typeof readSettings>;

/**
 * Reads and checks every setting; an empty value counts as unset.
 * @throws SettingsError with one line for each wrong value
 */
export function readSettings(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message, code }) => {
      const name = String(path[0]);
      return given[name] === undefined && code === 'invalid_type' ? `${name} is not set` : `${name} ${message}`;
    });
    throw new SettingsError(lines.join('\n'));
  }
  const s = result.data;
  return {
    databaseUrl: s.DATABASE_URL,
    livekit: {
      browserUrl: s.LIVEKIT_URL,
      apiUrl: (s.LIVEKIT_API_URL ?? s.LIVEKIT_URL).replace(/^ws/, 'http'),
      key: s.LIVEKIT_API_KEY,
      secret: s.LIVEKIT_API_SECRET,
    },
    mail: {
      smtpUrl: s.SMTP_URL,
      from: mailbox(s.MAIL_FROM, s.CLINIC_NAME, new URL(s.NEXTAUTH_URL).hostname),
    },
    origin: new URL(s.NEXTAUTH_URL).origin,
    sessionSecret: s.NEXTAUTH_SECRET,
    joinWindow: { opensMinutesBefore: s.JOIN_OPENS_MINUTES_BEFORE, closesMinutesAfter: s.JOIN_CLOSES_MINUTES_AFTER },
    /** Ends with a slash; undefined: no list is asked. */
    breachedPasswordsUrl: s.BREACHED_PASSWORDS_URL,
    adminSeesReasons: s.ADMIN_SEES_REASONS === 'true',
    trustedProxies: s.TRUSTED_PROXIES,
    limits: {
      connections: s.MAX_CONNECTIONS,
      connectionsPerAddress: s.MAX_CONNECTIONS_PER_ADDRESS,
      /** Milliseconds. */
      headersTimeout: Math.min(s.HEADERS_TIMEOUT_SECONDS, s.REQUEST_TIMEOUT_SECONDS) * 1_000,
      requestTimeout: s.REQUEST_TIMEOUT_SECONDS * 1_000,
      bodyBytes: s.MAX_BODY_KILOBYTES * 1_024,
      streamsPerPerson: s.MAX_STREAMS_PER_PERSON,
      streamsPerAddress: s.MAX_STREAMS_PER_ADDRESS,
    },
    /** Milliseconds: `lasts` from its beginning, `idle` without use. */
    sessions: {
      staff: { lasts: s.SESSION_HOURS_STAFF * HOUR, idle: s.SESSION_IDLE_HOURS_STAFF * HOUR },
      patient: { lasts: s.SESSION_HOURS_PATIENT * HOUR, idle: s.SESSION_IDLE_HOURS_PATIENT * HOUR },
    },
    rateLimits: s.RATE_LIMITS,
    port: s.PORT,
    clinic: {
      name: s.CLINIC_NAME,
      logoUrl: s.CLINIC_LOGO_URL,
      phone: s.CLINIC_PHONE,
      address: s.CLINIC_ADDRESS,
      emergencyNote: s.CLINIC_EMERGENCY_NOTE,
    },
  };
}

let current: Settings | undefined;

/** The settings of this process, read once. @throws SettingsError */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

/** Reads the settings anew at the next use; for tests that give a process another environment. */
export function resetSettings(): void {
  current = undefined;
}

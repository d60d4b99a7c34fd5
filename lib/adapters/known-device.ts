import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { cookie } from '@/lib/adapters/session';
import { settings } from '@/lib/platform/settings';

/** A browser that somebody signed in from before. */
export interface KnownDevice {
  id: string;
  /** The people who did, by id, each at the session version that they had: a new password makes all their browsers unknown. */
  people: KnownPerson[];
}

export interface KnownPerson {
  id: string;
  version: number;
}

const claimed = z.object({
  device: z.string(),
  people: z.array(z.object({ id: z.string(), version: z.number() })),
});

/** Seconds. */
const YEAR = 365 * 24 * 60 * 60;
/** A browser at the front desk is many people's; those who came first are forgotten. */
const MOST_PEOPLE = 20;
/** Apart from a session's tokens, which the same secret makes. */
const SALT = 'known-device';

/** The device that this request's cookie names; null: none, or not one of ours. It signs nobody in. */
export async function knownDevice(): Promise<KnownDevice | null> {
  const token = (await cookies()).get(cookie('device').name)?.value;
  if (!token) return null;
  // What is no token of ours throws.
  const claims = await decode({ token, secret: settings().sessionSecret, salt: SALT }).catch(() => null);
  const read = claimed.safeParse(claims);
  return read.success ? { id: read.data.device, people: read.data.people } : null;
}

/** Remembers in this browser that this person may sign in from it. For server actions and route handlers. */
export async function rememberDevice({ id, version }: KnownPerson): Promise<void> {
  const known = await knownDevice();
  const last = known?.people.at(-1);
  if (last?.id === id && last.version === version) return;
  const others = (known?.people ?? []).filter((person) => person.id !== id);
  const people = [...others, { id, version }].slice(-MOST_PEOPLE);
  const device = known?.id ?? crypto.randomUUID();
  const token = await encode({ token: { device, people }, secret: settings().sessionSecret, salt: SALT, maxAge: YEAR });
  const { name, options } = cookie('device');
  (await cookies()).set(name, token, { ...options, maxAge: YEAR });
}

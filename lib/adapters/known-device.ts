import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cookie } from '@/lib/adapters/session';
import { settings } from '@/lib/platform/settings';

/** A browser that somebody signed in from before. */
export interface KnownDevice {
  id: string;
  /** Ids of the people who did. */
  people: string[];
}

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
  const { device, people } = claims ?? {};
  if (typeof device !== 'string' || !Array.isArray(people)) return null;
  return { id: device, people: people.filter((id) => typeof id === 'string') };
}

/** Remembers in this browser that this person may sign in from it. For server actions and route handlers. */
export async function rememberDevice(personId: string): Promise<void> {
  const known = await knownDevice();
  if (known?.people.at(-1) === personId) return;
  const people = [...(known?.people ?? []).filter((id) => id !== personId), personId].slice(-MOST_PEOPLE);
  const device = known?.id ?? crypto.randomUUID();
  const token = await encode({ token: { device, people }, secret: settings().sessionSecret, salt: SALT, maxAge: YEAR });
  const { name, options } = cookie('device');
  (await cookies()).set(name, token, { ...options, maxAge: YEAR });
}

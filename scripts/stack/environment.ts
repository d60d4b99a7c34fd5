import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readSettings } from '@/lib/platform/settings';
import { inRoot } from './paths';
import type { Secrets } from './secrets';

export type Environment = Record<string, string | undefined>;

/** The settings of the shell, then those of .env. An empty value counts as unset, and in the shell it unsets that of .env. */
export function givenEnvironment(): Environment {
  let file: Environment = {};
  try {
    file = parseEnv(readFileSync(inRoot('.env'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return withoutEmpty({ ...file, ...process.env });
}

export const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

export const dataDirectory = (env: Environment) => resolve(inRoot(), env.ANTEROOM_DATA ?? '.data');

const isSerious = (given: Environment) =>
  given.NODE_ENV === 'production' && Boolean(given.DATABASE_URL ?? given.LIVEKIT_URL);

/**
 * The settings given, with those that nobody set and that can be settled before anything runs. Secrets are made up for a try-out; where somebody runs
 * this for real (NODE_ENV=production with services of their own) a missing one stays missing, and the check names it.
 */
export function settle(given: Environment, data: string, secrets: () => Secrets): Environment {
  const serious = isSerious(given);
  const port = given.PORT ?? '3000';
  return {
    ...given,
    PORT: port,
    ANTEROOM_DATA: data,
    NEXTAUTH_URL: given.NEXTAUTH_URL ?? (serious ? undefined : `http://localhost:${port}`),
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? (serious ? undefined : secrets().sessionSecret),
    ...(given.LIVEKIT_URL
      ? {}
      : {
          LIVEKIT_API_KEY: secrets().livekitKey,
          LIVEKIT_API_SECRET: secrets().livekitSecret,
          LIVEKIT_API_URL: undefined,
        }),
  };
}

/** Checks all settings, with the addresses of what is yet to be started filled in. @throws SettingsError */
export function check(env: Environment) {
  return readSettings({
    ...env,
    DATABASE_URL: env.DATABASE_URL ?? 'postgresql://embedded/anteroom',
    LIVEKIT_URL: env.LIVEKIT_URL ?? 'ws://127.0.0.1',
    SMTP_URL: env.SMTP_URL ?? (isSerious(env) ? undefined : 'smtp://127.0.0.1'),
  });
}

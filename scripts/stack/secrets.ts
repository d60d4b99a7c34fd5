import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  postgresPassword: string;
  livekitKey: string;
  livekitSecret: string;
  sessionSecret: string;
}

/** Passwords and keys that nobody set, made at random once and kept under the data directory, readable by its owner alone. */
export function keptSecrets(data: string): Secrets {
  const file = join(data, 'secrets.json');
  let kept: Partial<Secrets> = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`${file} cannot be read`, { cause: error });
  }
  const secrets: Secrets = {
    postgresPassword: randomBytes(24).toString('hex'),
    livekitKey: `API${randomBytes(6).toString('hex')}`,
    livekitSecret: randomBytes(32).toString('hex'),
    sessionSecret: randomBytes(32).toString('hex'),
    ...kept,
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

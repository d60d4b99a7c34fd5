import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SettingsError } from '@/lib/platform/settings';
import { generate } from './generate';
import { check, dataDirectory, type Environment, givenEnvironment, settle, withoutEmpty } from './stack/environment';
import { rememberedPorts } from './stack/ports';
import { postgresUrl } from './stack/postgres';
import { StartProblem } from './stack/problem';
import { readRun } from './stack/run-file';
import { keptSecrets } from './stack/secrets';

const USAGE = 'npm run admin -- --email ines@clinic.example --name "Ines Fischer" --language en';

/** The settings that the app runs with: of the database that DATABASE_URL names, or of the instance that runs here. */
function environment(): Environment {
  const given = givenEnvironment();
  const data = dataDirectory(given);
  const [run, port] = [readRun(data), rememberedPorts(data).postgres];
  if (!given.DATABASE_URL && (!run || !port)) {
    throw new StartProblem('Anteroom does not run here. Start it first (npm start), or set DATABASE_URL.');
  }
  mkdirSync(data, { recursive: true });
  const env = settle(given, data, () => keptSecrets(data));
  if (run && port && !given.DATABASE_URL) {
    env.DATABASE_URL = postgresUrl(port, keptSecrets(data).postgresPassword);
    env.NEXTAUTH_URL = run.baseUrl;
  }
  check(env);
  // Neither media nor mail is needed here. What is unset must not become a word of process.env.
  const elsewhere = { LIVEKIT_URL: 'ws://127.0.0.1', SMTP_URL: 'smtp://127.0.0.1' };
  return { ...elsewhere, ...withoutEmpty(env) };
}

const REFUSED = {
  not_an_admin: 'This e-mail has an account that is no administrator’s. Take another e-mail.',
  disabled: 'This account is disabled. Another administrator can enable it.',
};

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { email: text, name: text, language: text } });
  await generate();
  // Loaded after generate(): they bring the Prisma client.
  const { adminInput } = await import('@/lib/accounts/schema');
  const input = adminInput.safeParse(values);
  if (!input.success) {
    const wrong = input.error.issues.map(({ path }) => `--${String(path[0])}`).join(' and ');
    throw new StartProblem(`${wrong} cannot be used. Like this: ${USAGE}`);
  }
  Object.assign(process.env, environment());
  const { linkForAdmin } = await import('@/lib/accounts/commands/first-admin');
  const { disconnect } = await import('@/lib/adapters/database');
  const link = await linkForAdmin(input.data, new Date()).finally(disconnect);
  if (!link.ok) throw new StartProblem(REFUSED[link.code]);
  const lasts = link.hours === 1 ? 'an hour' : `${link.hours / 24} days`;
  console.log(`Open this address to choose the password. It works once, within ${lasts}:\n${link.url}`);
} catch (error) {
  const known = error instanceof StartProblem || error instanceof SettingsError || error instanceof TypeError;
  console.error(known ? error.message : error);
  process.exit(1);
}

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrate } from '@/prisma/migrate';
import { generate } from './generate';
import { dataDirectory, givenEnvironment, settle } from './stack/environment';
import { takeLock } from './stack/lock';
import { rememberedPorts, rememberPorts } from './stack/ports';
import { postgresUrl, startPostgres } from './stack/postgres';
import { StartProblem } from './stack/problem';
import { endLeftovers, readRun } from './stack/run-file';
import { keptSecrets } from './stack/secrets';

/** Renews the demo in the embedded database: the running instance's, or one that is started for as long as it takes. */
async function renew() {
  const given = givenEnvironment();
  if (given.DATABASE_URL)
    throw new StartProblem('DATABASE_URL is set: demo data goes into the embedded database only.');
  const data = dataDirectory(given);
  mkdirSync(data, { recursive: true });
  const secrets = keptSecrets(data);
  const env = settle(given, data, () => secrets);
  const port = rememberedPorts(data).postgres;
  // Loaded after generate(): it brings the Prisma client.
  const { demo } = await import('./stack/demo');
  const renewIn = (url: string, baseUrl: string) => demo(data, baseUrl, url, env.NEXTAUTH_SECRET ?? '');

  const lock = takeLock(resolve(data, 'lock'));
  if (!lock.taken) {
    const run = readRun(data);
    if (!run || !port) throw new StartProblem('Anteroom is just starting; try again when it is up.');
    return renewIn(postgresUrl(port, secrets.postgresPassword), run.baseUrl);
  }
  try {
    await endLeftovers(data);
    const around = { data, tell: console.log, onPid: () => {} };
    const postgres = await startPostgres(around, { password: secrets.postgresPassword, port });
    try {
      rememberPorts(data, { postgres: postgres.port });
      await migrate(postgres.url());
      return await renewIn(postgres.url(), new URL(env.NEXTAUTH_URL ?? '').origin);
    } finally {
      await postgres.service.stop();
    }
  } finally {
    lock.release();
  }
}

try {
  await generate();
  const renewed = await renew();
  console.log(
    renewed
      ? `The demo's ${renewed.appointments.length} appointments are around the present moment again.`
      : 'The database has an admin of its own, so it is no demo any more: nothing was changed.',
  );
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
}

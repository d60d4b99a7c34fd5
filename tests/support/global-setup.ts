import { constants } from 'node:os';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/prisma/migrate';
import { startLivekit } from '@/scripts/stack/livekit';
import { startMail } from '@/scripts/stack/mail';
import { startPostgres } from '@/scripts/stack/postgres';
import type { Service, Surroundings } from '@/scripts/stack/service';
import { temporaryDirectory } from './temporary';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that freshDatabase() copies. Nothing connects to it, or it could not be copied. */
    templateUrl: string;
    livekit: { LIVEKIT_URL: string; LIVEKIT_API_KEY: string; LIVEKIT_API_SECRET: string };
    /** An SMTP server, and the page and REST API of its inbox. */
    mail: { SMTP_URL: string; inboxUrl: string };
  }
}

/** One PostgreSQL, one livekit-server and one SMTP server for the whole run. */
export default async function setUp(project: TestProject) {
  const directory = temporaryDirectory();
  const around: Surroundings = { data: directory.path, tell: (line) => console.error(line), onPid: () => {} };
  const started: Service[] = [];
  async function tearDown() {
    for (const service of started.reverse()) await service.stop();
    directory.remove();
  }
  try {
    const postgres = await startPostgres(around, { password: 'test', durable: false });
    started.push(postgres.service);
    await migrate(postgres.url());
    const [key, secret] = ['APItest', 't'.repeat(32)];
    const livekit = await startLivekit(around, { key, secret });
    started.push(livekit.service);
    const mail = await startMail(around);
    started.push(mail.service);
    project.provide('mail', { SMTP_URL: mail.url, inboxUrl: mail.inboxUrl });
    project.provide('templateUrl', postgres.url());
    project.provide('livekit', { LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret });
  } catch (error) {
    await tearDown();
    throw error;
  }
  // At a signal vitest ends at once, without a tear-down. What stop() does first, it does before it waits.
  process.once('SIGTERM', () => process.exit(128 + constants.signals.SIGTERM));
  process.once('exit', () => {
    for (const service of started) void service.stop();
  });
  return tearDown;
}

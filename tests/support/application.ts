import { afterAll, beforeAll, inject } from 'vitest';
import { disconnect, prisma } from '@/lib/adapters/database';
import { resetSettings } from '@/lib/platform/settings';
import { freshDatabase } from './database';
import { factories } from './factories';
import { livekitEnv } from './livekit';

/** Gives a test file the application over a database of its own and the run's SFU, in this process. */
export function withApplication(overrides: Record<string, string> = {}) {
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    Object.assign(process.env, livekitEnv(), {
      DATABASE_URL: database.url,
      SMTP_URL: inject('mail').SMTP_URL,
      NEXTAUTH_URL: 'http://localhost:3000',
      NEXTAUTH_SECRET: 'n'.repeat(32),
      ...overrides,
    });
    resetSettings();
  });
  afterAll(async () => {
    await disconnect();
    await drop?.();
  });
  return {
    person: (...args: Parameters<ReturnType<typeof factories>['person']>) => factories(prisma()).person(...args),
    appointment: (...args: Parameters<ReturnType<typeof factories>['appointment']>) =>
      factories(prisma()).appointment(...args),
    series: (...args: Parameters<ReturnType<typeof factories>['series']>) => factories(prisma()).series(...args),
  };
}

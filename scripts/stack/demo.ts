import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoSummary, seedDemo } from '@/prisma/seed';

export type Demo = DemoSummary & { baseUrl: string };

/** Creates the demo in an empty database, or renews its times. @returns null where there is an admin of somebody's own */
export async function demo(data: string, baseUrl: string, databaseUrl: string, secret: string): Promise<Demo | null> {
  const summary = await seedDemo(databaseUrl, new Date(), secret);
  if (!summary) return null;
  const whole = { baseUrl, ...summary };
  const file = join(data, 'demo.json');
  writeFileSync(file, JSON.stringify(whole, null, 2));
  // It holds the passwords.
  chmodSync(file, 0o600);
  return whole;
}

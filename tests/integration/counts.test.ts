import { expect, it } from 'vitest';
import { endSession } from '@/lib/accounts/commands/sessions';
import { dailyCounts } from '@/lib/accounts/queries/counts';
import { prisma } from '@/lib/adapters/database';
import { sweepCounts, writeCounts } from '@/lib/platform/counts';
import { consume } from '@/lib/platform/limits';
import { resetSettings } from '@/lib/platform/settings';
import { takeTally, tally } from '@/lib/platform/tally';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';
import { sessionFor } from '../support/sessions';

const make = withApplication();
const DAY = 24 * 60 * 60_000;

it('counts of several processes add up by day, and only the admin reads them', async () => {
  const [admin, patient] = [await make.person({ role: 'ADMIN' }), await make.person()];
  const [today, yesterday] = [new Date('2026-11-26T23:59:59Z'), new Date('2026-11-25T00:00:00Z')];
  takeTally();
  tally('refused:forbidden');
  await writeCounts(yesterday);
  for (let i = 0; i < 3; i++) tally('refused:forbidden');
  tally('signed_in');
  await writeCounts(today);
  await writeCounts(today);
  tally('refused:forbidden');
  await writeCounts(today);
  const { sessionId } = await sessionFor({ personId: patient.id, version: 1 });
  await endSession(sessionId, today);
  expect(await dailyCounts(asActor(admin), today)).toEqual([
    {
      day: new Date('2026-11-26T00:00:00Z'),
      counts: [
        { kind: 'refused:forbidden', count: 4 },
        { kind: 'session_ended:signed_out', count: 1 },
        { kind: 'signed_in', count: 1 },
      ],
    },
    { day: yesterday, counts: [{ kind: 'refused:forbidden', count: 1 }] },
  ]);
  expect(await dailyCounts(asActor(patient), today)).toEqual([]);
  expect(await dailyCounts(asActor(await make.person({ role: 'DOCTOR' })), today)).toEqual([]);
  // Fourteen days, this one among them.
  expect(await dailyCounts(asActor(admin), new Date(yesterday.getTime() + 13 * DAY))).toHaveLength(2);
  expect(await dailyCounts(asActor(admin), new Date(yesterday.getTime() + 14 * DAY))).toHaveLength(1);
});

it('a refusal by a limit is counted, what it lets through is not', async () => {
  process.env.RATE_LIMITS = 'feed=2/60';
  resetSettings();
  takeTally();
  for (const refused of [false, false, true, true]) expect((await consume('feed', 'somebody')) !== null).toBe(refused);
  expect(await consume('feed', 'somebody else')).toBeNull();
  expect(takeTally()).toEqual([['limited:feed', 2]]);
});

it('a count that is full stays full, and old ones are forgotten', async () => {
  const now = new Date();
  await prisma().dailyCount.create({ data: { day: now, kind: 'refused:too_large', count: 2_147_483_647 } });
  await prisma().dailyCount.create({ data: { day: new Date(now.getTime() - 100 * DAY), kind: 'old', count: 1 } });
  tally('refused:too_large');
  await writeCounts(now);
  await sweepCounts(now);
  const rows = await prisma().dailyCount.findMany({ where: { kind: { in: ['refused:too_large', 'old'] } } });
  expect(rows.map(({ kind, count }) => [kind, count])).toEqual([['refused:too_large', 2_147_483_647]]);
});

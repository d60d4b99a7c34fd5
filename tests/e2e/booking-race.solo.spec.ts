import { encode } from 'next-auth/jwt';
import { startApp } from '@/scripts/stack/app';
import { freePort } from '@/scripts/stack/ports';
import type { TestPerson } from '@/tests/support/factories';
import { temporaryDirectory } from '@/tests/support/temporary';
import { expect, test } from './support/fixtures';
import type { StackUnderTest } from './support/stack';

const PATIENTS = 200;
const ROUNDS = 20;
const HOUR = 3_600_000;

/** One more app process over the same database. */
async function secondApp(stack: StackUnderTest) {
  const directory = temporaryDirectory();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const env = { ...stack.env, PORT: String(port), NEXTAUTH_URL: baseUrl };
  const around = { data: directory.path, tell: () => {}, onPid: () => {} };
  const app = await startApp(env, { dev: false, dist: stack.env.ANTEROOM_DIST }, around);
  return {
    baseUrl,
    async stop() {
      await app.stop();
      directory.remove();
    },
  };
}

/** A session as sign-in makes it; two hundred sign-ins would measure argon2. */
async function cookieFor({ id }: TestPerson, baseUrl: string, secret: string): Promise<string> {
  return `anteroom-${new URL(baseUrl).port}.session=${await encode({ token: { sub: id, version: 1 }, secret, maxAge: 600 })}`;
}

test('200 patients want one slot at once, 20 times, from two app processes: one gets it, 199 are told', async ({
  stack,
  make,
  prisma,
}) => {
  test.setTimeout(240_000);
  const second = await secondApp(stack);
  const doctor = await make.person({ role: 'DOCTOR', slotMinutes: 60, breakMinutes: 0 });
  const patients = await Promise.all(
    Array.from({ length: PATIENTS }, async (_, index) => {
      const baseUrl = index % 2 ? second.baseUrl : stack.baseUrl;
      const person = await make.person();
      return { person, baseUrl, cookie: await cookieFor(person, baseUrl, stack.env.NEXTAUTH_SECRET) };
    }),
  );
  const first = Math.ceil(Date.now() / HOUR + 24) * HOUR;
  for (let round = 0; round < ROUNDS; round++) {
    const startsAt = new Date(first + round * HOUR).toISOString();
    const body = JSON.stringify({ doctorId: doctor.id, startsAt, visitType: 'video', reason: 'Race' });
    const answers = await Promise.all(
      patients.map(async ({ baseUrl, cookie }) => {
        const headers = { cookie, origin: baseUrl, 'content-type': 'application/json' };
        const answer = await fetch(`${baseUrl}/api/appointments`, { method: 'POST', headers, body });
        return { status: answer.status, code: (await answer.json()).code as string | undefined };
      }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status, code }) => status === 409 && code === 'slot_taken')).toHaveLength(PATIENTS - 1);
    expect(await prisma.appointment.count({ where: { doctorId: doctor.id, startsAt } })).toBe(1);
  }
  expect(await prisma.appointmentHold.count({ where: { doctorId: doctor.id } })).toBe(ROUNDS);
  await second.stop();
});

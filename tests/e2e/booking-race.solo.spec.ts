import { sessionHeader } from '@/tests/support/session-cookie';
import { expect, test } from './support/fixtures';
import { startAnotherApp } from './support/second-instance';

const PATIENTS = 200;
const ROUNDS = 20;
const HOUR = 3_600_000;

test('200 patients want one slot at once, 20 times, from two app processes: one gets it, 199 are told', async ({
  stack,
  make,
  prisma,
}) => {
  test.setTimeout(240_000);
  await using second = await startAnotherApp(stack.env);
  const doctor = await make.person({ role: 'DOCTOR', slotMinutes: 60, breakMinutes: 0 });
  const patients = await Promise.all(
    Array.from({ length: PATIENTS }, async (_, index) => {
      const baseUrl = index % 2 ? second.baseUrl : stack.baseUrl;
      const person = await make.person();
      return { person, baseUrl, cookie: await sessionHeader(person, baseUrl, stack.env) };
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
        const { code, id } = (await answer.json()) as { code?: string; id?: string };
        return { status: answer.status, code, id };
      }),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status, code }) => status === 409 && code === 'slot_taken')).toHaveLength(PATIENTS - 1);
    // And it is the winner's.
    const winner = patients[answers.findIndex(({ status }) => status === 201)]?.person.id;
    const booked = await prisma.appointment.findMany({ where: { doctorId: doctor.id, startsAt } });
    expect(booked).toMatchObject([{ id: won[0]?.id, patientId: winner, status: 'PENDING' }]);
  }
  expect(await prisma.appointmentHold.count({ where: { doctorId: doctor.id } })).toBe(ROUNDS);
});

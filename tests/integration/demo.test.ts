import { expect, it } from 'vitest';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { prisma } from '@/lib/adapters/database';
import { joinState } from '@/lib/appointments/policy';
import { seedDemo } from '@/prisma/seed';
import { withApplication } from '../support/application';
import { DEVICE } from '../support/sessions';

const make = withApplication();
const secret = 's'.repeat(32);
const window = { opensMinutesBefore: 30, closesMinutesAfter: 120 };

async function seed(now: Date) {
  const summary = await seedDemo(process.env.DATABASE_URL ?? '', now, secret);
  if (!summary) throw new Error('the demo was not made');
  return summary;
}

it('has an open call for each patient and one appointment in every other state, at any minute', async () => {
  for (const minute of [0, 1, 4, 59]) {
    const now = new Date(Date.UTC(2026, 10, 24, 23, minute, 30));
    const { people, appointments } = await seed(now);
    const open = appointments.filter(
      ({ status, visitType, startsAt, endsAt }) =>
        joinState(
          {
            status: status as never,
            visitType: visitType as never,
            startsAt: +new Date(startsAt),
            endsAt: +new Date(endsAt),
          },
          now.getTime(),
          window,
        ).state === 'open',
    );
    const patients = people.filter(({ role }) => role === 'PATIENT').map(({ email }) => email);
    expect(patients).toHaveLength(2);
    expect(open.map(({ patient }) => patient).sort()).toEqual(patients.sort());
    expect(appointments.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['confirmed', 'pending', 'canceled', 'completed']),
    );
    expect(appointments.some(({ visitType }) => visitType === 'in_person')).toBe(true);
  }
});

it('keeps ids and passwords when it is renewed, and people can sign in', async () => {
  const first = await seed(new Date());
  const second = await seed(new Date(Date.now() + 3 * 60 * 60_000));
  expect(second.appointments.map(({ id }) => id)).toEqual(first.appointments.map(({ id }) => id));
  expect(second.people).toEqual(first.people);
  for (const { email, password } of second.people) {
    expect(await signIn({ email, password, address: '192.0.2.1', device: DEVICE }, 'en')).toMatchObject({ ok: true });
  }
});

it('leaves a database alone as soon as there is an admin of somebody’s own; others who came in do not end the demo', async () => {
  const { appointments } = await seed(new Date());
  await make.person({ role: 'DOCTOR' });
  await make.person();
  await seed(new Date());
  const { id } = await make.person({ role: 'ADMIN' });
  expect(await seedDemo(process.env.DATABASE_URL ?? '', new Date(Date.now() + 86_400_000), secret)).toBeNull();
  const row = await prisma().appointment.findUnique({ where: { id: appointments[0]?.id } });
  expect(row?.startsAt.toISOString()).toBe(appointments[0]?.startsAt);
  await prisma().person.delete({ where: { id } });
});

it('what people booked in the demo stays when it is renewed, unless a demo visit is to stand there', async () => {
  const { people, appointments } = await seed(new Date());
  const [doctor, patient] = await Promise.all(
    ['DOCTOR', 'PATIENT'].map((role) =>
      prisma().person.findUniqueOrThrow({ where: { email: people.find((person) => person.role === role)?.email } }),
    ),
  );
  const book = (id: string, startsAt: Date) => ({
    id,
    startsAt,
    endsAt: new Date(+startsAt + 30 * 60_000),
    doctorId: doctor?.id ?? '',
    patientId: patient?.id ?? '',
    visitType: 'VIDEO' as const,
    status: 'CONFIRMED' as const,
    reason: 'Booked by hand',
  });
  const ids = ['01930000-0000-7000-8000-0000000000a1', '01930000-0000-7000-8000-0000000000a2'];
  const later = new Date(Date.now() + 3 * 60 * 60_000);
  await prisma().appointment.create({ data: book(ids[0] ?? '', new Date(Date.now() + 20 * 86_400_000)) });
  await prisma().appointment.create({ data: book(ids[1] ?? '', later) });
  await seed(later);
  const rows = await prisma().appointment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  expect(rows.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELED']);
  expect(await prisma().appointment.count()).toBe(appointments.length + 2);
});

import { createHmac } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword, passwordMatches } from '@/lib/adapters/passwords';
import { demoAppointments, demoHours, demoPeople } from '@/prisma/demo';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';

export interface DemoSummary {
  people: { role: string; name: string; email: string; password: string }[];
  appointments: {
    id: string;
    status: string;
    visitType: string;
    startsAt: string;
    endsAt: string;
    /** E-mails. */
    doctor: string;
    patient: string;
  }[];
}

/** A demo person's password: easy to type, the same at every start of this instance, and another one on every other instance. */
function demoPassword(email: string, secret: string): string {
  const letters = createHmac('sha256', secret).update(`demo ${email}`).digest('hex').slice(0, 12);
  return `demo-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

async function seedPeople(client: PrismaClient, secret: string) {
  const people = [];
  for (const { specialty, languages, ...person } of demoPeople) {
    const password = demoPassword(person.email, secret);
    const known = await client.person.findUnique({ where: { email: person.email } });
    const kept = known !== null && (await passwordMatches(password, known.passwordHash));
    const passwordHash = kept ? known.passwordHash : await hashPassword(password);
    const { id } = await client.person.upsert({
      where: { email: person.email },
      create: { ...person, id: uuidv7(), passwordHash, demo: true, emailConfirmedAt: new Date() },
      update: { passwordHash, disabledAt: null, ...(kept ? {} : { sessionVersion: { increment: 1 } }) },
    });
    if (specialty) {
      const doctor = { specialty, languages: languages ?? [] };
      await client.doctor.upsert({ where: { personId: id }, create: { personId: id, ...doctor }, update: doctor });
      // Hours that somebody changed in the demo stay as they are.
      const known = await client.workingSpan.count({ where: { doctorId: id } });
      const spans = demoHours.map((span) => ({ ...span, id: uuidv7(), doctorId: id }));
      if (known === 0) await client.workingSpan.createMany({ data: spans });
    }
    people.push({ id, role: person.role, name: person.name, email: person.email, password });
  }
  return people;
}

/** Gets out of the way of the demo's new times: its own old ones, and what people booked where a demo visit is to stand. */
async function makeRoom(tx: Prisma.TransactionClient, visits: DemoVisit[], now: Date) {
  const gone = { status: 'CANCELED' as const, proposedStartsAt: null, proposedEndsAt: null, updatedAt: now };
  const ids = visits.map(({ id }) => id);
  await tx.appointment.updateMany({ where: { id: { in: ids } }, data: gone });
  await tx.appointment.updateMany({
    where: { proposedStartsAt: { not: null } },
    data: { proposedStartsAt: null, proposedEndsAt: null, revision: { increment: 1 } },
  });
  for (const { startsAt, endsAt, doctorId, patientId } of visits) {
    await tx.appointment.updateMany({
      where: {
        id: { notIn: ids },
        status: { in: ['PENDING', 'CONFIRMED'] },
        OR: [{ doctorId }, { patientId }],
        startsAt: { lt: endsAt },
        endsAt: { gt: startsAt },
      },
      data: { ...gone, revision: { increment: 1 } },
    });
  }
}

interface DemoVisit {
  id: string;
  startsAt: Date;
  endsAt: Date;
  doctorId: string;
  patientId: string;
}

/**
 * Makes the demo people and their appointments, or renews both: times around `now`, passwords and states as printed. Does nothing and
 * answers null once there is an admin of somebody's own: then this is no demo any more, whoever signed up in it.
 * @param secret what the demo passwords are made from (NEXTAUTH_SECRET)
 */
export async function seedDemo(databaseUrl: string, now: Date, secret: string): Promise<DemoSummary | null> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }) });
  try {
    if ((await client.person.count({ where: { role: 'ADMIN', demo: false } })) > 0) return null;
    const people = await seedPeople(client, secret);
    const idOf = (email: string) => people.find((person) => person.email === email)?.id ?? '';
    const appointments = demoAppointments(now).map(({ doctor, patient, ...appointment }) => ({
      appointment,
      parties: { doctor, patient },
      data: { ...appointment, doctorId: idOf(doctor), patientId: idOf(patient) },
    }));
    await client.$transaction(async (tx) => {
      await makeRoom(
        tx,
        appointments.map(({ data }) => data),
        now,
      );
      for (const { data } of appointments) {
        await tx.appointment.upsert({
          where: { id: data.id },
          create: data,
          update: { ...data, revision: { increment: 1 }, updatedAt: now },
        });
      }
    });
    return {
      people: people.map(({ id: _, ...person }) => person),
      appointments: appointments.map(({ appointment: { id, status, visitType, startsAt, endsAt }, parties }) => ({
        id,
        status: status.toLowerCase(),
        visitType: visitType.toLowerCase(),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        ...parties,
      })),
    };
  } finally {
    await client.$disconnect();
  }
}

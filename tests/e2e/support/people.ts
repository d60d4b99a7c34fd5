import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { factories } from '@/tests/support/factories';

/** Factories over the database of the running product; what a test made is taken away after it. */
export function makers(prisma: PrismaClient) {
  const { person, appointment, series } = factories(prisma);
  const people: string[] = [];
  const known = async (...args: Parameters<typeof person>) => {
    const made = await person(...args);
    people.push(made.id);
    return made;
  };
  return {
    person: known,
    series,
    async appointment(options: NonNullable<Parameters<typeof appointment>[0]> = {}) {
      const doctor = options.doctor ?? (await known({ role: 'DOCTOR' }));
      const patient = options.patient ?? (await known());
      return appointment({ ...options, doctor, patient });
    },
    async clear() {
      const mine = { in: people };
      await prisma.appointment.deleteMany({ where: { OR: [{ doctorId: mine }, { patientId: mine }] } });
      await prisma.appointmentSeries.deleteMany({ where: { createdById: mine } });
      await prisma.doctor.deleteMany({ where: { personId: mine } });
      // The audit trail keeps those who did something: it is append-only.
      await prisma.person.deleteMany({ where: { id: mine, auditEntries: { none: {} } } });
    },
  };
}

export type Makers = ReturnType<typeof makers>;

export const connect = (databaseUrl: string) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }) });

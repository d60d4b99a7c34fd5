import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '@/lib/adapters/passwords';
import type { Actor } from '@/lib/platform/actor';
import type { AppointmentStatus, PrismaClient, Role, VisitType } from '@/prisma/generated/client';

const PASSWORD = 'correct horse battery';
const passwordHash = hashPassword(PASSWORD);

export interface TestPerson {
  id: string;
  role: Role;
  name: string;
  email: string;
  zone: string;
  password: string;
}

const ALWAYS: NonNullable<PersonOptions['hours']> = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 0,
  endMinute: 1440,
}));

interface PersonOptions {
  role?: Role;
  name?: string;
  zone?: string;
  locale?: string | null;
  disabledAt?: Date;
  /** False: nobody has proven yet to read the e-mail. */
  emailConfirmed?: boolean;
  /** Of a doctor; by default every day from 0:00 to 24:00, both kinds of visit. */
  hours?: { weekday: number; startMinute: number; endMinute: number; visitTypes?: VisitType[] }[];
  slotMinutes?: number;
  breakMinutes?: number;
  noticeMinutes?: number;
}

interface AppointmentOptions {
  doctor?: TestPerson;
  patient?: TestPerson;
  /** Minutes from now to the start; may be negative. */
  startsIn?: number;
  startsAt?: Date;
  /** Minutes. */
  length?: number;
  visitType?: VisitType;
  status?: AppointmentStatus;
  reason?: string;
  seriesId?: string;
}

/** People and appointments of a test, each with a name of its own, so that tests side by side in one database do not meet. */
export function factories(prisma: PrismaClient) {
  async function person({
    role = 'PATIENT',
    zone = 'Europe/London',
    ...more
  }: PersonOptions = {}): Promise<TestPerson> {
    const id = uuidv7();
    const name = more.name ?? `${role === 'DOCTOR' ? 'Dr ' : ''}${role.toLowerCase()} ${id.slice(-6)}`;
    const email = `${id}@test.example`;
    const { locale = 'en', disabledAt, emailConfirmed = true } = more;
    const emailConfirmedAt = emailConfirmed ? new Date() : null;
    await prisma.person.create({
      data: { id, role, name, email, zone, locale, disabledAt, emailConfirmedAt, passwordHash: await passwordHash },
    });
    if (role === 'DOCTOR') {
      const { slotMinutes = 50, breakMinutes = 10, noticeMinutes = 0, hours = ALWAYS } = more;
      const workingSpans = {
        create: hours.map(({ visitTypes = ['VIDEO', 'IN_PERSON'], ...span }) => ({
          ...span,
          visitTypes,
          id: uuidv7(),
        })),
      };
      await prisma.doctor.create({
        data: {
          personId: id,
          specialty: 'Cardiology',
          languages: ['en'],
          slotMinutes,
          breakMinutes,
          noticeMinutes,
          workingSpans,
        },
      });
    }
    return { id, role, name, email, zone, password: PASSWORD };
  }

  async function appointment(options: AppointmentOptions = {}) {
    const { startsIn = 5, length = 30, ...more } = options;
    const { visitType = 'VIDEO', status = 'CONFIRMED', reason = 'Palpitations', seriesId } = more;
    const doctor = options.doctor ?? (await person({ role: 'DOCTOR' }));
    const patient = options.patient ?? (await person());
    const startsAt = options.startsAt ?? new Date(Date.now() + startsIn * 60_000);
    const endsAt = new Date(startsAt.getTime() + length * 60_000);
    const row = await prisma.appointment.create({
      data: {
        id: uuidv7(),
        doctorId: doctor.id,
        patientId: patient.id,
        startsAt,
        endsAt,
        visitType,
        status,
        reason,
        seriesId,
      },
    });
    return { ...row, doctor, patient };
  }

  /** A series that appointments can be put into. */
  async function series(doctor: TestPerson): Promise<string> {
    const id = uuidv7();
    const { zone, id: createdById } = doctor;
    const data = { id, rule: 'FREQ=WEEKLY;COUNT=8', zone, localStart: new Date(), createdById };
    await prisma.appointmentSeries.create({ data });
    return id;
  }

  return { person, appointment, series };
}

/** A test's stand-in for a proven session: what actorOf answers for this person. Their session has their own id, and is in no table. */
export const asActor = ({ id, role, name, zone }: TestPerson) => {
  const session = { id, usedAt: new Date(), provenAt: new Date() };
  return { id, name, zone, role: role.toLowerCase(), locale: null, session } as Actor;
};

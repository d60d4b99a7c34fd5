import type { AppointmentStatus, Role, VisitType } from '@/prisma/generated/enums';

interface DemoPerson {
  role: Role;
  name: string;
  email: string;
  phone: string;
  zone: string;
  specialty?: string;
  languages?: string[];
}

const KELLER = 'anna.keller@clinic.example';
const MARIA = 'maria.ruiz@mail.example';
const SAM = 'sam.okoye@mail.example';

/** The people of the demo: example domains, so that nothing ever reaches anybody. */
export const demoPeople: DemoPerson[] = [
  {
    role: 'DOCTOR',
    name: 'Dr Anna Keller',
    email: KELLER,
    phone: '+44 20 7946 0001',
    zone: 'Europe/London',
    specialty: 'Cardiology',
    languages: ['en', 'de'],
  },
  {
    role: 'DOCTOR',
    name: 'Dr Luis Moreno',
    email: 'luis.moreno@clinic.example',
    phone: '+34 91 555 0102',
    zone: 'Europe/Madrid',
    specialty: 'General practice',
    languages: ['es', 'en'],
  },
  {
    role: 'ADMIN',
    name: 'Ines Fischer',
    email: 'front.desk@clinic.example',
    phone: '+44 20 7946 0000',
    zone: 'Europe/London',
  },
  { role: 'PATIENT', name: 'Maria Ruiz', email: MARIA, phone: '+44 20 7946 0011', zone: 'Europe/London' },
  { role: 'PATIENT', name: 'Sam Okoye', email: SAM, phone: '+1 212 555 0142', zone: 'America/New_York' },
];

/** Monday to Friday, morning and afternoon; who comes in person comes in the morning. */
export const demoHours = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, startMinute: 9 * 60, endMinute: 12 * 60, visitTypes: ['VIDEO', 'IN_PERSON'] satisfies VisitType[] },
  { weekday, startMinute: 13 * 60, endMinute: 17 * 60, visitTypes: ['VIDEO'] satisfies VisitType[] },
]);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface DemoAppointment {
  id: string;
  doctor: string;
  patient: string;
  startsAt: Date;
  endsAt: Date;
  visitType: VisitType;
  status: AppointmentStatus;
  reason: string;
}

/** The appointments of the demo around `now`: one open call for each patient, and one in every other state. */
export function demoAppointments(now: Date): DemoAppointment[] {
  const base = Math.floor(now.getTime() / (5 * MINUTE)) * 5 * MINUTE;
  const rows: [patient: string, offset: number, length: number, VisitType, AppointmentStatus, reason: string][] = [
    [MARIA, -5 * MINUTE, 25, 'VIDEO', 'CONFIRMED', 'Palpitations'],
    [SAM, 20 * MINUTE, 30, 'VIDEO', 'CONFIRMED', 'Results of the last check-up'],
    [MARIA, DAY, 30, 'VIDEO', 'CONFIRMED', 'Follow-up'],
    [SAM, DAY + 60 * MINUTE, 50, 'IN_PERSON', 'CONFIRMED', 'Blood pressure'],
    [MARIA, 2 * DAY, 30, 'VIDEO', 'PENDING', 'New medication'],
    [MARIA, 3 * DAY, 30, 'VIDEO', 'CANCELED', 'Follow-up'],
    [MARIA, -7 * DAY, 50, 'VIDEO', 'COMPLETED', 'First visit'],
  ];
  return rows.map(([patient, offset, length, visitType, status, reason], index) => ({
    id: `01930000-0000-7000-8000-00000000000${index + 1}`,
    doctor: KELLER,
    patient,
    startsAt: new Date(base + offset),
    endsAt: new Date(base + offset + length * MINUTE),
    visitType,
    status,
    reason,
  }));
}

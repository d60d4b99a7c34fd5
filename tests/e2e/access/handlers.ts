import type { Given, Subject } from './given';
import { byParty, everyone, type Kind, type Row, signedIn } from './kinds';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** Refusals by their code, with their status. */
export const REFUSED = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  appointment_not_found: 404,
} as const;

type Outcome = number | keyof typeof REFUSED;

interface Operation {
  given?: Given;
  /** Query, with the question mark. */
  query?: (subject: Subject) => string;
  /** A body that would do for whoever is allowed. */
  body?: (subject: Subject) => unknown | Promise<unknown>;
  who: Row<Outcome>;
  /** The table that shows, for those allowed, that it was done; without it nothing may change for anyone. */
  changes?: string;
  /** Those who read the reason of the visit there, and nobody else does. */
  tells?: Kind[];
  /** Goes on until the one who asks leaves. */
  endless?: boolean;
}

export interface Handler {
  /** `:id` stands for the appointment, `:doctor` for its doctor. */
  path: string;
  operations: Partial<Record<Method, Operation>>;
}

const PARTIES: Kind[] = ['patient', 'doctor'];
const own = signedIn<Outcome>(200, 'signed_out');
const open = (path: string): Handler => ({ path, operations: { GET: { who: everyone<Outcome>(200) } } });
const byParties = byParty<Outcome>('signed_out', 'appointment_not_found', { patient: 200, doctor: 200, admin: 200 });
const partiesOnly = { ...byParties, admin: 'appointment_not_found' as const };
const byDesk = { ...byParties, patient: 'forbidden' as const, doctor: 'forbidden' as const };
const byDoctor = { ...byParties, patient: 'forbidden' as const, admin: 'forbidden' as const };

const changing = (
  name: string,
  who: Row<Outcome>,
  given: Given,
  more: (subject: Subject) => object | Promise<object> = () => ({}),
): Handler => ({
  path: `/api/appointments/:id/${name}`,
  operations: {
    POST: {
      given,
      body: async (subject) => ({ revision: 1, ...(await more(subject)) }),
      who,
      changes: 'appointment',
      tells: PARTIES.filter((kind) => who[kind] === 200),
    },
  },
});

/** Every handler of the build: each method that it has; all others answer 405. */
export const HANDLERS: Record<string, Handler> = {
  '/api/[...path]/route': {
    path: '/api/nothing',
    operations: Object.fromEntries(METHODS.map((method) => [method, { who: everyone<Outcome>('not_found') }])),
  },
  '/api/appointments/route': {
    path: '/api/appointments',
    operations: {
      GET: { who: own, tells: PARTIES },
      POST: {
        body: ({ doctor, patient, free }) => ({
          doctorId: doctor.id,
          patientId: patient.id,
          startsAt: free,
          visitType: 'video',
          reason: 'Palpitations',
        }),
        who: byParty<Outcome>('signed_out', 'forbidden', { patient: 201, doctor: 201, admin: 201 }),
        changes: 'appointment',
      },
    },
  },
  '/api/appointments/[id]/route': {
    path: '/api/appointments/:id',
    operations: { GET: { who: partiesOnly, tells: PARTIES } },
  },
  '/api/appointments/[id]/calendar.ics/route': {
    path: '/api/appointments/:id/calendar.ics',
    operations: { GET: { who: partiesOnly } },
  },
  '/api/appointments/[id]/cancel/route': changing('cancel', byParties, {}),
  '/api/appointments/[id]/confirm/route': changing('confirm', byDoctor, { status: 'PENDING' }),
  '/api/appointments/[id]/decline/route': changing('decline', byDoctor, { status: 'PENDING' }),
  '/api/appointments/[id]/hand-over/route': changing('hand-over', byDesk, {}, async ({ make }) => ({
    doctorId: (await make.person({ role: 'DOCTOR' })).id,
  })),
  '/api/appointments/[id]/proposal/route': changing('proposal', byDoctor, { proposed: true }, () => ({ accept: true })),
  '/api/appointments/[id]/reschedule/route': changing('reschedule', byParties, {}, ({ free }) => ({ startsAt: free })),
  '/api/appointments/[id]/participants/route': {
    path: '/api/appointments/:id/participants',
    operations: { GET: { given: { startsIn: 5 }, who: partiesOnly } },
  },
  '/api/appointments/[id]/video-token/route': {
    path: '/api/appointments/:id/video-token',
    operations: { POST: { given: { startsIn: 5 }, who: partiesOnly } },
  },
  // The secret in its address is the key, for whoever has it (calendar-feed.spec.ts); this one opens nothing.
  '/api/calendar/[file]/route': {
    path: '/api/calendar/:id.ics',
    operations: { GET: { who: everyone<Outcome>('not_found') } },
  },
  // next-auth's own; without a CSRF token its POST does nothing (sign-in.spec.ts tells more).
  '/api/auth/[...nextauth]/route': {
    path: '/api/auth/csrf',
    operations: { GET: { who: everyone<Outcome>(200) }, POST: { who: everyone<Outcome>(404) } },
  },
  '/api/doctors/route': { path: '/api/doctors', operations: { GET: { who: own } } },
  '/api/doctors/[id]/slots/route': {
    path: '/api/doctors/:doctor/slots',
    operations: {
      GET: {
        query: ({ free }) => `?from=${free}&to=${new Date(Date.parse(free) + 3_600_000).toISOString()}`,
        who: own,
      },
    },
  },
  '/api/events/route': {
    path: '/api/events',
    operations: { GET: { who: own, endless: true } },
  },
  '/api/session/route': { path: '/api/session', operations: { POST: { who: signedIn<Outcome>(204, 'signed_out') } } },
  '/api/openapi.json/route': open('/api/openapi.json'),
  '/api/health/live/route': open('/api/health/live'),
  '/api/health/ready/route': open('/api/health/ready'),
  '/api/livekit/webhook/route': {
    path: '/api/livekit/webhook',
    operations: { POST: { who: everyone<Outcome>(401) } },
  },
};

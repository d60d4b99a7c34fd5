import { randomUUID } from 'node:crypto';
import en from '@/messages/en.json' with { type: 'json' };
import type { PrismaClient } from '@/prisma/generated/client';
import type { TestPerson } from '@/tests/support/factories';
import { expect } from '../support/fixtures';
import { clockIn, HOUR } from '../support/times';
import type { Given, Subject } from './given';
import { byParty, byRole, everyone, type Row, signedIn } from './kinds';

/** To sign-in and back, or what comes back (a pattern) or where it leads, and whether anything changes. */
export type Outcome = 'signIn' | { result: unknown; changes: boolean } | { redirect: string; changes: boolean };

export interface Action {
  given?: Given;
  /** Arguments that would do for whoever is allowed … */
  args?: (subject: Subject, prisma: PrismaClient) => unknown[] | Promise<unknown[]>;
  /** … or the fields of its form. */
  form?: Record<string, string>;
  /** Arguments that the page has put before the form. */
  bound?: unknown[];
  who: Row<Outcome>;
  /** The table that shows, for those allowed, that it was done. */
  changes?: string;
  /** It ends sessions or changes people, with whom the next test could not go on. */
  ownCast?: boolean;
}

const done = (result: unknown = { ok: true }): Outcome => ({ result, changes: true });
const answers = (result: unknown): Outcome => ({ result, changes: false });
const refused = (code: keyof typeof en.problems) => answers({ ok: false, text: en.problems[code] });
/** A form that is to be corrected. */
const sentBack = (field: string) =>
  expect.objectContaining({ ok: false, errors: expect.objectContaining({ [field]: expect.any(String) }) });
const leads = (redirect: string, changes = true): Outcome => ({ redirect, changes });
const to = (what: string) => done({ ok: true, href: expect.stringMatching(`^/appointments/[0-9a-f-]{36}${what}$`) });

const stranger = refused('appointment_not_found');
const byParties = byParty<Outcome>('signIn', stranger, { patient: done(), doctor: done(), admin: done() });
const byDoctor = { ...byParties, patient: refused('forbidden'), admin: refused('forbidden') };
const moving = { ...byParties, doctor: to('[?]done=moved'), admin: to('[?]done=moved') };

const change = (who: Row<Outcome>, given: Given = {}): Action => ({
  given,
  args: ({ id }) => [id, { revision: 1 }],
  who,
  changes: 'appointment',
});

/** A doctor's answer, the same from the bell, the lists and the appointment's page. */
const answer = (name: string, given: Given, text: string): Action => ({
  given,
  args: ({ id }) => [id, name, { revision: 1 }],
  who: { ...byDoctor, doctor: done({ ok: true, text: expect.stringMatching(`^${text}: `) }) },
  changes: 'appointment',
});

/** A time as a doctor types it, by their own clock. */
const typed = ({ free, doctor }: Subject) => {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: doctor.zone }).format(Date.parse(free));
  return { date, time: clockIn(doctor.zone, Date.parse(free)) };
};
const visit = ({ doctor, patient }: Subject) => ({
  doctorId: doctor.id,
  patientId: patient.id,
  visitType: 'video',
  reason: 'Palpitations',
});
/** Every week, as a form has it. */
const weekly = { every: 'weekly:1', ends: 'count', count: '2', until: '', except: [] };
const previewed = answers(expect.objectContaining({ ok: true, dates: [expect.anything(), expect.anything()] }));

const key = ({ id, visitor }: Subject) => `${id}-${visitor?.id}`;

/** The hours that a test's doctors have anyway. */
async function hours({ visitor, doctor }: Subject, prisma: PrismaClient) {
  const own = await prisma.doctor.findFirst({ where: { personId: visitor?.id ?? doctor.id } });
  const day = [{ startMinute: 0, endMinute: 1440, visitTypes: ['video', 'in_person'] }];
  const lengths = { slotMinutes: 50, breakMinutes: 10, noticeMinutes: 0, horizonDays: 60 };
  return [{ ...lengths, revision: own?.hoursRevision ?? 1, weekly: Array(7).fill(day), exceptions: {} }];
}

/** The front desk's alone. */
const onInvitation: Action = {
  args: async (_, prisma) => {
    const [id, expiresAt] = [randomUUID(), new Date(Date.now() + HOUR)];
    const person = { email: `${id}@test.example`, name: 'Nora Walsh', role: 'PATIENT', locale: 'en' } as const;
    await prisma.accountLink.create({ data: { id, kind: 'INVITATION', expiresAt, ...person } });
    return [id];
  },
  who: byRole<Outcome>('signIn', { patient: answers('refused'), doctor: answers('refused'), admin: done('done') }),
  changes: 'account_link',
};

/** For those who have visits: the front desk has none, and is led back. */
const ownCalendar = (saved: string) =>
  byRole<Outcome>('signIn', { patient: leads(saved), doctor: leads(saved), admin: leads('/account', false) });

/** Another sign-in of somebody, as an argument. */
const anotherSession = async ({ id, role }: TestPerson, prisma: PrismaClient) => {
  const kind = role === 'PATIENT' ? ('PATIENT' as const) : ('STAFF' as const);
  const session = { id: randomUUID(), personId: id, kind, role, personVersion: 1, endsAt: new Date(Date.now() + HOUR) };
  await prisma.session.create({ data: session });
  return [session.id];
};

const VISIT = 'app/(clinic)/appointments/[id]/actions.ts';

/** Every server action of the build. */
export const ACTIONS: Record<string, Action | Action[]> = {
  [`${VISIT}#cancelVisit`]: change(byParties),
  [`${VISIT}#moveVisit`]: {
    args: ({ id, free }) => [id, { revision: 1, startsAt: free }],
    who: { ...moving, patient: to('[?]done=proposed') },
    changes: 'appointment',
  },
  [`${VISIT}#moveVisitTo`]: {
    args: (subject) => [subject.id, { revision: 1, ...typed(subject) }],
    who: { ...moving, patient: stranger },
    changes: 'appointment',
  },
  'app/(clinic)/requests/actions.ts#answerVisit': [
    answer('confirm', { status: 'PENDING' }, 'Confirmed'),
    answer('decline', { status: 'PENDING' }, 'Declined'),
    answer('complete', { startsIn: -10 }, 'Marked as completed'),
    answer('no_show', { startsIn: -10 }, 'Marked as a no-show'),
    answer('accept', { proposed: true }, 'Moved'),
    answer('keep', { proposed: true }, 'The old time stays'),
  ],
  'app/(clinic)/book/[doctorId]/actions.ts#bookVisit': {
    args: (subject) => [{ ...visit(subject), startsAt: subject.free }, key(subject)],
    who: byParty<Outcome>('signIn', refused('forbidden'), {
      patient: to('[?]done=booked'),
      doctor: to('[?]done=booked'),
      admin: to('[?]done=booked'),
    }),
    changes: 'appointment',
  },
  'app/(clinic)/book/[doctorId]/actions.ts#previewVisits': {
    args: (subject) => [{ ...visit(subject), patientId: undefined, startsAt: subject.free }, weekly],
    who: byRole<Outcome>('signIn', { patient: previewed, doctor: refused('forbidden'), admin: refused('forbidden') }),
  },
  'app/(clinic)/book-for/actions.ts#previewFor': {
    args: (subject) => [{ ...visit(subject), ...typed(subject) }, weekly],
    who: {
      ...byRole<Outcome>('signIn', { patient: refused('patient_not_found'), doctor: previewed, admin: previewed }),
      otherDoctor: refused('forbidden'),
    },
  },
  'app/(clinic)/book-for/actions.ts#bookFor': {
    args: (subject) => [{ ...visit(subject), ...typed(subject) }, key(subject)],
    who: byParty<Outcome>('signIn', refused('forbidden'), { patient: to(''), doctor: to(''), admin: to('') }),
    changes: 'appointment',
  },
  'app/(clinic)/hand-over/actions.ts#handOverVisits': {
    args: async ({ id, make }) => [
      { doctorId: (await make.person({ role: 'DOCTOR' })).id, visits: [{ id, revision: 1 }] },
    ],
    who: byRole<Outcome>('signIn', { patient: refused('forbidden'), doctor: refused('forbidden'), admin: done() }),
    changes: 'appointment',
  },
  'app/(clinic)/hours/actions.ts#previewHours': {
    args: hours,
    who: byRole<Outcome>('signIn', {
      patient: answers(null),
      doctor: answers(expect.arrayContaining([expect.objectContaining({ times: expect.any(Array) })])),
      admin: answers(null),
    }),
  },
  'app/(clinic)/hours/actions.ts#saveWorkingHours': {
    args: hours,
    who: byRole<Outcome>('signIn', {
      patient: answers({ kind: 'failed', text: en.hours.failed }),
      doctor: done({ kind: 'saved', revision: 2, text: en.hours.saved }),
      admin: answers({ kind: 'failed', text: en.hours.failed }),
    }),
    changes: 'doctor',
    ownCast: true,
  },
  'app/(clinic)/invite/actions.ts#sendInvitation': {
    form: { role: 'patient', name: 'Nora Walsh', email: 'invited.by.matrix@test.example', locale: 'en' },
    who: byRole<Outcome>('signIn', {
      patient: answers({ ok: false, text: en.formErrors.failed }),
      doctor: answers({ ok: false, text: en.formErrors.failed }),
      admin: leads('/?invited=1'),
    }),
    changes: 'account_link',
  },
  'app/(clinic)/invite/actions.ts#sendInvitationAgain': onInvitation,
  'app/(clinic)/invite/actions.ts#takeInvitationBack': onInvitation,
  'app/(clinic)/actions.ts#changeDisabled': {
    args: async ({ make }) => [(await make.person()).id, true],
    who: byRole<Outcome>('signIn', { patient: answers('refused'), doctor: answers('refused'), admin: done('done') }),
    changes: 'person',
  },
  'app/(clinic)/actions.ts#signOut': {
    args: () => [],
    who: signedIn(leads('/sign-in?out=1'), leads('/sign-in?out=1', false)),
    changes: 'session',
    ownCast: true,
  },
  'app/(clinic)/account/session-actions.ts#endOne': [
    {
      args: ({ visitor, patient }, prisma) => anotherSession(visitor ?? patient, prisma),
      who: signedIn<Outcome>(done('done'), 'signIn'),
      changes: 'session',
    },
    {
      args: async ({ make }, prisma) => anotherSession(await make.person(), prisma),
      who: signedIn<Outcome>(answers('done'), 'signIn'),
    },
  ],
  'app/(clinic)/account/session-actions.ts#endOthers': {
    args: async ({ visitor, patient }, prisma) => {
      await anotherSession(visitor ?? patient, prisma);
      return [];
    },
    who: signedIn<Outcome>(done('done'), 'signIn'),
    changes: 'session',
    ownCast: true,
  },
  'app/(clinic)/prove-action.ts#prove': [
    {
      args: ({ visitor, patient }) => [(visitor ?? patient).password],
      who: signedIn<Outcome>(done(null), 'signIn'),
      changes: 'session',
    },
    { args: () => ['not the password'], who: signedIn<Outcome>(answers(en.proof.wrong), 'signIn') },
  ],
  'app/(clinic)/account/actions.ts#saveLanguage': {
    form: { locale: 'es' },
    who: signedIn<Outcome>(leads('/account?saved=language'), 'signIn'),
    changes: 'person',
    ownCast: true,
  },
  'app/(clinic)/account/calendar-actions.ts#saveVisitMail': {
    form: { visitMail: 'on' },
    who: ownCalendar('/account?saved=mail-on#calendar'),
    changes: 'calendar_choice',
    ownCast: true,
  },
  'app/(clinic)/account/calendar-actions.ts#saveFeed': {
    form: { change: 'on' },
    who: { ...ownCalendar('/account?saved=feed-on#calendar'), admin: answers('refused') },
    changes: 'calendar_choice',
    ownCast: true,
  },
  'app/(clinic)/account/actions.ts#savePassword': {
    args: ({ visitor, patient }) => [(visitor ?? patient).password, 'a new one, long enough'],
    who: signedIn<Outcome>(leads('/sign-in?changed=1'), 'signIn'),
    changes: 'person',
    ownCast: true,
  },
  // Whoever is signed out is led nowhere: it may be asked just when the password was changed.
  'app/(clinic)/account/actions.ts#judgePassword': {
    args: () => ['passwordpassword'],
    who: signedIn<Outcome>(answers({ good: false, text: en.passwordFaults.repeat }), answers(null)),
  },
  'app/(clinic)/account/actions.ts#saveOwnProfile': {
    // A doctor's form has more fields, and is sent back without them.
    form: { name: 'Nora Walsh', phone: '', zone: 'Asia/Kathmandu' },
    who: byRole<Outcome>('signIn', { patient: done(), doctor: answers(sentBack('languages')), admin: done() }),
    changes: 'person',
    ownCast: true,
  },
  // Whoever is signed out is who they are for; the answer is the same for every e-mail.
  'app/sign-up/actions.ts#sendSignUp': {
    form: { name: 'Nora Walsh', email: 'nobody', phone: '', zone: 'UTC', locale: 'en' },
    who: everyone(answers(sentBack('email'))),
  },
  'app/forgot/actions.ts#sendReset': { form: { email: 'nobody' }, who: everyone(answers(sentBack('email'))) },
  // The link in the address proves who asks (account-links.test.ts).
  'app/welcome/[token]/actions.ts#chooseFirstPassword': {
    bound: ['no-link'],
    form: { password: 'a password, long enough', zone: 'UTC' },
    who: everyone(answers({ ok: true })),
  },
  'app/welcome/[token]/actions.ts#judgeFirstPassword': {
    args: () => ['no-link', 'passwordpassword'],
    who: everyone(answers(null)),
  },
  'app/reset/[token]/actions.ts#judgeResetPassword': {
    args: () => ['no-link', 'passwordpassword'],
    who: everyone(answers(null)),
  },
  'app/reset/[token]/actions.ts#chooseNewPassword': {
    bound: ['no-link'],
    form: { password: 'a password, long enough' },
    who: everyone(answers({ ok: true })),
  },
  'app/known/[token]/actions.ts#makeKnown': { bound: ['no-link'], form: {}, who: everyone(answers(undefined)) },
  'app/sign-in/actions.ts#chooseLanguage': { form: { locale: 'es' }, who: everyone(answers(undefined)) },
};

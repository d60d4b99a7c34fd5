import type { Given } from './given';
import { byParty, byRole, each, everyone, type Kind, type Row, signedIn } from './kinds';

/** Shown, to sign-in and back here, "not here", on to another address, or one of these statuses. */
type Outcome = 'shown' | 'signIn' | 'missing' | `/${string}` | number[];

export interface Page {
  /** `:id` stands for the appointment, `:doctor` for its doctor. */
  path: string;
  given?: Given;
  who: Row<Outcome>;
  /** Those who read the reason of the visit there, and nobody else does. */
  tells?: Kind[];
}

const PARTIES: Kind[] = ['patient', 'doctor'];
const forRole = (role: 'patient' | 'doctor' | 'admin', others: Outcome = '/') =>
  byRole<Outcome>('signIn', { patient: others, doctor: others, admin: others, [role]: 'shown' });
const own = signedIn<Outcome>('shown', 'signIn');
/** Of an appointment, for those who may change it. */
const managed = byParty<Outcome>('signIn', 'missing', { patient: 'shown', doctor: 'shown', admin: 'shown' });
const open = everyone<Outcome>('shown');
/** Older links look nothing up: they lead to the call's page, which proves who comes. */
const older = (path: string): Page => ({ path, who: everyone<Outcome>('/appointments/:id/call') });

/** Every page of the build, and the files in its manifest that are for everyone. */
export const PAGES: Record<string, Page> = {
  '/(clinic)/page': { path: '/', who: own, tells: ['doctor'] },
  '/(clinic)/account/page': { path: '/account', who: own },
  '/(clinic)/schedule/page': { path: '/schedule', who: forRole('patient') },
  '/(clinic)/@dialog/(.)schedule/page': { path: '/schedule', who: forRole('patient') },
  '/(clinic)/book/page': { path: '/book', who: forRole('patient') },
  '/(clinic)/book/[doctorId]/page': { path: '/book/:doctor', who: forRole('patient') },
  '/(clinic)/book-for/page': {
    path: '/book-for',
    who: byRole<Outcome>('signIn', { patient: '/book', doctor: 'shown', admin: 'shown' }),
  },
  '/(clinic)/invite/page': { path: '/invite', who: forRole('admin') },
  '/(clinic)/security/page': { path: '/security', who: forRole('admin') },
  '/(clinic)/desk/page': { path: '/desk', who: forRole('admin') },
  '/(clinic)/hand-over/page': { path: '/hand-over?from=:doctor', who: forRole('admin') },
  '/(clinic)/hours/page': { path: '/hours', who: forRole('doctor') },
  '/(clinic)/requests/page': {
    path: '/requests',
    given: { status: 'PENDING' },
    who: forRole('doctor'),
    tells: ['doctor'],
  },
  '/(clinic)/appointments/[id]/page': { path: '/appointments/:id', who: managed, tells: PARTIES },
  '/(clinic)/appointments/[id]/move/page': { path: '/appointments/:id/move', who: managed },
  '/(call)/appointments/[id]/call/page': {
    path: '/appointments/:id/call',
    who: byParty<Outcome>('signIn', 'missing', { patient: 'shown', doctor: 'shown', admin: 'missing' }),
    tells: PARTIES,
  },
  '/(call)/appointments/[id]/video/page': older('/appointments/:id/video'),
  '/(call)/appointments/consultation/[id]/page': older('/appointments/consultation/:id'),
  '/(call)/video-session/[room]/page': older('/video-session/room_:id'),
  '/(call)/video/[room]/page': older('/video/room_:id'),
  '/(clinic)/help/page': { path: '/help', who: open },
  // In test builds only, and of nobody.
  '/gallery/page': { path: '/gallery', who: open },
  '/gallery/[group]/[state]/page': { path: '/gallery/mails/patient%20confirmed', who: open },
  '/sign-in/page': {
    path: '/sign-in',
    who: each<Outcome>('shown', { patient: '/', otherPatient: '/', doctor: '/', otherDoctor: '/', admin: '/' }),
  },
  '/sign-up/page': {
    path: '/sign-up',
    who: each<Outcome>('shown', { patient: '/', otherPatient: '/', doctor: '/', otherDoctor: '/', admin: '/' }),
  },
  '/someone-else/page': { path: '/someone-else', who: signedIn<Outcome>('shown', '/sign-in') },
  '/forgot/page': { path: '/forgot', who: open },
  // Whoever has the link from the mail (account-links.test.ts); to everyone else they say that this is none.
  '/welcome/[token]/page': { path: '/welcome/none', who: open },
  '/reset/[token]/page': { path: '/reset/none', who: open },
  '/known/[token]/page': { path: '/known/none', who: open },
  '/icon.svg/route': { path: '/icon.svg', who: open },
  '/favicon.ico/route': { path: '/favicon.ico', who: open },
  '/_not-found/page': { path: '/nothing-here', who: everyone<Outcome>('missing') },
  // What Next shows when nothing else can be: made at build time, knows nobody, and answers with the status that it was made with.
  '/_global-error/page': { path: '/_global-error', who: everyone<Outcome>([200, 500]) },
};

import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import {
  beginSession,
  endOtherSessions,
  endOwnSession,
  endSession,
  MOST_SESSIONS,
  noteUse,
  sweepSessions,
} from '@/lib/accounts/commands/sessions';
import { actorOf, isSessionFor } from '@/lib/accounts/queries/actor';
import { sessionEnd } from '@/lib/accounts/queries/session-end';
import { ownSessions } from '@/lib/accounts/queries/sessions';
import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { jobsOf } from '../support/jobs';
import { DEVICE, sessionFor } from '../support/sessions';

const make = withApplication({
  SESSION_HOURS_STAFF: '10',
  SESSION_IDLE_HOURS_STAFF: '2',
  SESSION_HOURS_PATIENT: '100',
  SESSION_IDLE_HOURS_PATIENT: '50',
});
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const proven = ({ id }: TestPerson) => ({ personId: id, version: 1 });
const begin = (person: TestPerson) => sessionFor(proven(person));
const row = (id: string) => prisma().session.findUniqueOrThrow({ where: { id } });
const change = (id: string, data: Parameters<ReturnType<typeof prisma>['session']['update']>[0]['data']) =>
  prisma().session.update({ where: { id }, data });

async function actorBy(person: TestPerson): Promise<Actor> {
  const actor = await actorOf(await begin(person));
  if (!actor) throw new Error('no session');
  return actor;
}

describe('a session', () => {
  it('is of its person, and ends with signing out, for good', async () => {
    const person = await make.person();
    const session = await begin(person);
    expect(await actorOf(session)).toMatchObject({
      id: person.id,
      role: 'patient',
      session: { id: session.sessionId },
    });
    const isFor = (personId: string) => isSessionFor(uuidv7(), personId, session.sessionId);
    expect(await isFor(person.id)).toBe(true);
    expect(await isFor((await make.person()).id)).toBe(false);
    await endSession(session.sessionId, new Date());
    await endSession(session.sessionId, new Date());
    expect(await actorOf(session)).toBeNull();
    expect(await isFor(person.id)).toBe(false);
    expect(await row(session.sessionId)).toMatchObject({ endReason: 'signed_out' });
    expect(await jobsOf('end_calls_of_session')).toContainEqual({ sessionId: session.sessionId, personId: person.id });
    await expect(change(session.sessionId, { endedAt: null, endReason: null })).rejects.toThrow('is not changed');
    await expect(change(session.sessionId, { endsAt: new Date(Date.now() + HOUR) })).rejects.toThrow('is not changed');
  });

  it('ends for a patient and for staff when it was not used for so long, and at the latest when it has lasted so long', async () => {
    for (const [role, lasts, idle] of [
      ['PATIENT', 100, 50],
      ['DOCTOR', 10, 2],
      ['ADMIN', 10, 2],
    ] as const) {
      const person = await make.person({ role });
      const session = await begin(person);
      const { beganAt, endsAt, kind } = await row(session.sessionId);
      expect(kind).toBe(role === 'PATIENT' ? 'PATIENT' : 'STAFF');
      expect(endsAt.getTime() - beganAt.getTime()).toBe(lasts * HOUR);
      await change(session.sessionId, { usedAt: ago(idle - 0.01) });
      expect(await actorOf(session)).not.toBeNull();
      await change(session.sessionId, { usedAt: ago(idle) });
      expect(await actorOf(session)).toBeNull();
      await change(session.sessionId, { usedAt: new Date(), beganAt: ago(lasts), endsAt: new Date() });
      expect(await actorOf(session)).toBeNull();
    }
  });

  it.each([
    ['another password', { passwordHash: 'another', sessionVersion: 2 }, 'password_changed'],
    ['another password by hand', { passwordHash: 'another' }, 'password_changed'],
    ['being disabled', { disabledAt: new Date() }, 'disabled'],
    ['another role', { role: 'ADMIN' as const }, 'role_changed'],
    ['a version that release 0.1.0 raised', { sessionVersion: 2 }, 'ended_everywhere'],
  ])('ends with %s, whoever changed it', async (_, data, reason) => {
    const [person, other] = [await make.person({ role: 'DOCTOR' }), await make.person({ role: 'DOCTOR' })];
    const [session, others] = [await begin(person), await begin(other)];
    await prisma().person.update({ where: { id: person.id }, data });
    expect(await actorOf(session)).toBeNull();
    expect(await row(session.sessionId)).toMatchObject({ endReason: reason, endedAt: expect.any(Date) });
    expect(await actorOf(others)).not.toBeNull();
  });

  it('that begins with the old password while a new one is saved does not hold', async () => {
    const person = await make.person();
    await prisma().person.update({ where: { id: person.id }, data: { passwordHash: 'another', sessionVersion: 2 } });
    expect(await actorOf(await begin(person))).toBeNull();
    expect(await actorOf(await sessionFor({ personId: person.id, version: 2 }))).not.toBeNull();
  });

  it('takes the place of the one that its browser had', async () => {
    const [one, other] = [await make.person(), await make.person()];
    const before = await begin(one);
    const elsewhere = await begin(one);
    await beginSession(proven(other), { ...DEVICE, before: before.sessionId }, new Date());
    expect(await actorOf(before)).toBeNull();
    expect(await row(before.sessionId)).toMatchObject({ endReason: 'replaced' });
    expect(await actorOf(elsewhere)).not.toBeNull();
  });

  it('of one visit’s scope is none for what its person may do elsewhere', async () => {
    const { id, patient } = await make.appointment();
    const session = await begin(patient);
    await change(session.sessionId, { appointmentId: id });
    expect(await actorOf(session)).toBeNull();
    expect(await isSessionFor(id, patient.id, session.sessionId)).toBe(true);
    expect(await isSessionFor(uuidv7(), patient.id, session.sessionId)).toBe(false);
  });

  it('that was used longest ago ends where one person has more than fifty', async () => {
    const person = await make.person();
    const first = await begin(person);
    const sessions = await Promise.all(Array.from({ length: MOST_SESSIONS - 1 }, () => begin(person)));
    await change(first.sessionId, { usedAt: new Date(Date.now() + HOUR) });
    await change(sessions[7]?.sessionId ?? '', { usedAt: ago(1) });
    expect(await ownSessions(asActor(person), new Date())).toHaveLength(MOST_SESSIONS);
    const last = await begin(person);
    expect(await row(sessions[7]?.sessionId ?? '')).toMatchObject({ endReason: 'too_many' });
    expect(await prisma().session.count({ where: { personId: person.id, endedAt: null } })).toBe(MOST_SESSIONS);
    for (const session of [first, last]) expect(await actorOf(session)).not.toBeNull();
  });

  it('that is not even an id is none, and what is asked for beside it is answered', async () => {
    const person = await make.person();
    const session = await begin(person);
    const asked = [
      actorOf({ sessionId: 'probe' }),
      isSessionFor(uuidv7(), person.id, 'probe'),
      actorOf(session),
    ] as const;
    const [probe, isProbe, actor] = await Promise.all(asked);
    expect([probe, isProbe, actor?.id]).toEqual([null, false, person.id]);
  });

  it('keeps at most 400 characters of what a browser calls itself', async () => {
    const device = { userAgent: 'x'.repeat(10_000), before: null };
    const { sessionId } = await beginSession(proven(await make.person()), device, new Date());
    expect((await row(sessionId)).userAgent).toHaveLength(400);
  });

  it('notes its use now and then, and never when it has ended', async () => {
    const person = await make.person();
    const session = await begin(person);
    const { usedAt } = await row(session.sessionId);
    const use = async () => {
      const actor = await actorOf(session);
      if (!actor) throw new Error('no session');
      await noteUse(actor, new Date());
      return actor;
    };
    await use();
    expect(await row(session.sessionId)).toMatchObject({ usedAt });
    await change(session.sessionId, { usedAt: ago(1) });
    const actor = await use();
    expect((await row(session.sessionId)).usedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    await change(session.sessionId, { usedAt: ago(1) });
    await endSession(session.sessionId, new Date());
    await noteUse({ ...actor, session: { ...actor.session, usedAt: ago(1) } }, new Date());
    expect((await row(session.sessionId)).usedAt.getTime()).toBeLessThan(Date.now() - HOUR / 2);
  });
});

describe('why a session ended', () => {
  const why = (sessionId: string, hours = 0) => sessionEnd({ sessionId }, new Date(Date.now() + hours * HOUR));

  it('is said to whoever has its cookie, for a day', async () => {
    const person = await make.person();
    const closed = await make.person();
    const [out, disabled] = [await begin(person), await begin(closed)];
    await endOwnSession(await actorBy(person), out.sessionId, new Date());
    expect([await why(out.sessionId), await why(out.sessionId, 23)]).toEqual(['ended_elsewhere', 'ended_elsewhere']);
    expect(await why(out.sessionId, 25)).toBeNull();
    await prisma().person.update({ where: { id: closed.id }, data: { disabledAt: new Date() } });
    expect(await why(disabled.sessionId)).toBe('disabled');
    expect([await why(disabled.sessionId, 25), await why('no id'), await sessionEnd(null, new Date())]).toEqual([
      ...[null, null, null],
    ]);
  });

  it('may be that it was over, or not used for so long', async () => {
    const [unused, old] = [await begin(await make.person()), await begin(await make.person())];
    await change(old.sessionId, { beganAt: ago(24 * 31), endsAt: ago(1) });
    expect(await why(old.sessionId)).toBe('over');
    expect(await why(old.sessionId, 24)).toBeNull();
    const { idle } = settings().sessions.patient;
    expect(await why(unused.sessionId, idle / HOUR + 1)).toBe('over');
    expect(await why(unused.sessionId, idle / HOUR + 25)).toBeNull();
  });
});

describe('one’s own sessions', () => {
  it('are listed, this one first, with the nearer of the two ends; what is over is not', async () => {
    const person = await make.person({ role: 'DOCTOR' });
    await begin(await make.person());
    const [used, idle, over, old] = [
      await begin(person),
      await begin(person),
      await begin(person),
      await begin(person),
    ];
    await change(used.sessionId, { usedAt: ago(1), userAgent: 'a phone' });
    await change(idle.sessionId, { usedAt: ago(3) });
    await change(old.sessionId, { beganAt: ago(11), endsAt: ago(1) });
    await endSession(over.sessionId, new Date());
    const actor = await actorBy(person);
    const list = await ownSessions(actor, new Date());
    expect(list.map(({ id, own }) => [id, own])).toEqual([
      [actor.session.id, true],
      [used.sessionId, false],
    ]);
    expect(list[1]).toMatchObject({ userAgent: 'a phone', unlessUsed: true });
    expect(list[1]?.endsAt.getTime()).toBe((list[1]?.usedAt.getTime() ?? 0) + 2 * HOUR);
  });

  it('can be ended one by one or all but this, and nobody else’s', async () => {
    const [person, stranger] = [await make.person(), await make.person()];
    const [one, two, theirs] = [await begin(person), await begin(person), await begin(stranger)];
    const actor = await actorBy(person);
    expect(await endOwnSession(actor, theirs.sessionId, new Date())).toEqual({ ok: true });
    expect(await actorOf(theirs)).not.toBeNull();
    expect(await endOwnSession(actor, actor.session.id, new Date())).toMatchObject({ code: 'forbidden' });
    expect(await endOwnSession(actor, one.sessionId, new Date())).toEqual({ ok: true });
    expect(await actorOf(one)).toBeNull();
    expect(await actorOf(two)).not.toBeNull();
    expect(await endOtherSessions(actor, new Date())).toEqual({ ok: true });
    expect(await actorOf(two)).toBeNull();
    expect(await actorOf({ sessionId: actor.session.id })).not.toBeNull();
    expect(await actorOf(theirs)).not.toBeNull();
  });

  it('are forgotten three months after their end', async () => {
    const person = await make.person();
    const [long, lately] = [await begin(person), await begin(person)];
    await change(long.sessionId, { beganAt: ago(24 * 100), endsAt: ago(24 * 90 + 1) });
    await change(lately.sessionId, { beganAt: ago(24 * 100), endsAt: ago(24 * 89) });
    await sweepSessions(new Date());
    const left = await prisma().session.findMany({ where: { personId: person.id } });
    expect(left.map(({ id }) => id)).toEqual([lately.sessionId]);
  });
});

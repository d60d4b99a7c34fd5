import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { invite, inviteAgain, withdrawInvitation } from '@/lib/accounts/commands/invite';
import { changePassword } from '@/lib/accounts/commands/password';
import { provePassword } from '@/lib/accounts/commands/prove';
import { endOtherSessions, endOwnSession } from '@/lib/accounts/commands/sessions';
import { actorOf } from '@/lib/accounts/queries/actor';
import { prisma } from '@/lib/adapters/database';
import { hashPassword } from '@/lib/adapters/passwords';
import { changeFeed } from '@/lib/notifications/commands/choose-calendar';
import { ownCalendarChoice } from '@/lib/notifications/queries/calendar-choice';
import type { Actor } from '@/lib/platform/actor';
import { takeTally } from '@/lib/platform/tally';
import { withApplication } from '../support/application';
import type { TestPerson } from '../support/factories';
import { sessionFor } from '../support/sessions';

const make = withApplication();
const needed = { ok: false, code: 'password_needed' };

/** Somebody who signed in more than ten minutes ago. */
async function signedInBefore(person: TestPerson) {
  const session = await sessionFor({ personId: person.id, version: 1 });
  const again = async (): Promise<Actor> => {
    const actor = await actorOf(session);
    if (!actor) throw new Error('no session');
    return actor;
  };
  const provenAt = new Date(Date.now() - 10 * 60_000);
  await prisma().session.update({ where: { id: session.sessionId }, data: { provenAt } });
  return { actor: await again(), again };
}

it('a password of many marks is proven as it signs in', async () => {
  const person = await make.person();
  const { actor } = await signedInBefore(person);
  const long = '각'.normalize('NFD').repeat(90);
  await prisma().person.update({ where: { id: person.id }, data: { passwordHash: await hashPassword(long) } });
  expect(await provePassword(actor, long, new Date())).toEqual({ ok: true });
});

describe('without the password given again', () => {
  it('the front desk neither disables nor enables, invites, invites again nor withdraws', async () => {
    const { actor, again } = await signedInBefore(await make.person({ role: 'ADMIN' }));
    const [person, disabled] = [await make.person(), await make.person({ disabledAt: new Date() })];
    const email = `${randomUUID()}@test.example`;
    const input = { role: 'patient', name: 'Nora Walsh', email, locale: 'en' } as const;
    const now = new Date();
    expect(await setDisabled(actor, person.id, true, now)).toEqual(needed);
    expect(await setDisabled(actor, disabled.id, false, now)).toEqual(needed);
    expect(await invite(actor, input, now)).toEqual(needed);
    expect(await prisma().accountLink.count({ where: { email } })).toBe(0);
    expect(await prisma().person.count({ where: { id: person.id, disabledAt: null } })).toBe(1);

    expect(await provePassword(actor, 'not the password', now)).toEqual({ ok: false, code: 'wrong_password' });
    expect(await invite(await again(), input, now)).toEqual(needed);
    expect(await provePassword(actor, 'correct horse battery', now)).toEqual({ ok: true });
    const proven = await again();
    expect(await invite(proven, input, now)).toEqual({ ok: true });
    const { id } = await prisma().accountLink.findFirstOrThrow({ where: { email } });
    const later = new Date(now.getTime() + 10 * 60_000);
    expect(await inviteAgain(proven, id, later)).toEqual(needed);
    expect(await withdrawInvitation(proven, id, later)).toEqual(needed);
    expect(await withdrawInvitation(proven, id, now)).toEqual({ ok: true });
  });

  it('nobody makes or sees a calendar address, or signs other devices out; turning the feed off is free', async () => {
    const person = await make.person();
    const other = await sessionFor({ personId: person.id, version: 1 });
    const { actor, again } = await signedInBefore(person);
    const now = new Date();
    expect(await changeFeed(actor, 'on', now)).toEqual(needed);
    expect(await changeFeed(actor, 'new', now)).toEqual(needed);
    expect(await endOwnSession(actor, other.sessionId, now)).toEqual(needed);
    expect(await endOtherSessions(actor, now)).toEqual(needed);
    expect(await actorOf(other)).not.toBeNull();
    await prisma().calendarChoice.create({ data: { personId: person.id, feedOn: true, feedVersion: 1 } });
    expect(await ownCalendarChoice(actor)).toMatchObject({ feedOn: true, feedUrl: null });
    expect(await provePassword(actor, person.password, now)).toEqual({ ok: true });
    expect(await ownCalendarChoice(await again())).toMatchObject({
      feedUrl: expect.stringContaining('/api/calendar/'),
    });
    expect(await changeFeed(actor, 'off', now)).toEqual({ ok: true });
  });

  it('guesses are limited by session, which leaves the owner’s others alone, and one that has ended is not proven', async () => {
    const person = await make.person();
    const [{ actor }, own] = [await signedInBefore(person), await signedInBefore(person)];
    takeTally();
    for (let i = 0; i < 10; i++) {
      expect(await provePassword(actor, 'wrong', new Date())).toMatchObject({ code: 'wrong_password' });
    }
    expect(await provePassword(actor, 'correct horse battery', new Date())).toMatchObject({
      code: 'too_many_requests',
    });
    expect(takeTally()).toContainEqual(['password_refused', 10]);
    expect(await provePassword(own.actor, person.password, new Date())).toEqual({ ok: true });
    const change = { current: 'wrong', next: 'a new one, quite long' };
    for (let i = 0; i < 10; i++)
      expect(await changePassword(actor, change, new Date())).toMatchObject({ code: 'wrong_password' });
    expect(await changePassword(actor, change, new Date())).toMatchObject({ code: 'too_many_requests' });
    expect(await changePassword(own.actor, change, new Date())).toMatchObject({ code: 'wrong_password' });
    const gone = await signedInBefore(await make.person());
    await prisma().session.update({
      where: { id: gone.actor.session.id },
      data: { endedAt: new Date(), endReason: 'signed_out' },
    });
    await provePassword(gone.actor, 'correct horse battery', new Date());
    await expect(gone.again()).rejects.toThrow('no session');
  });
});

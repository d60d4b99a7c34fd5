import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { linkForAdmin } from '@/lib/accounts/commands/first-admin';
import { invite, inviteAgain, withdrawInvitation } from '@/lib/accounts/commands/invite';
import { resetPassword } from '@/lib/accounts/commands/reset';
import { requestSignUp } from '@/lib/accounts/commands/sign-up';
import { sweepLinks } from '@/lib/accounts/commands/sweep';
import { acceptLink } from '@/lib/accounts/commands/welcome';
import { actorOf } from '@/lib/accounts/queries/actor';
import { listInvitations } from '@/lib/accounts/queries/invitations';
import { findLink } from '@/lib/accounts/queries/link';
import { searchPeople } from '@/lib/accounts/queries/people';
import type { InvitationInput } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { findDoctor } from '@/lib/availability/queries/doctors';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';
import { inboxAt } from '../support/inbox';
import { doJobs } from '../support/jobs';
import { address, someone, tokenFor } from '../support/mailed-links';
import { sessionFor } from '../support/sessions';

const make = withApplication();
const inbox = inboxAt(inject('mail').inboxUrl);
const DAY = 24 * 60 * 60_000;
const choice = { password: 'dolphin umbrella cactus', zone: 'Europe/Madrid' };
const admin = async () => asActor(await make.person({ role: 'ADMIN' }));
const doctorInput = (email: string): InvitationInput => ({
  role: 'doctor',
  name: 'Dra. Lucía Torre',
  email,
  locale: 'es',
  specialty: 'Dermatology',
  languages: ['es', 'en'],
});

const open = async (email: string) => prisma().accountLink.findFirstOrThrow({ where: { email, kind: 'INVITATION' } });

describe('an invitation', () => {
  it('makes a doctor, who can be found at once and has no hours yet', async () => {
    const [actor, email] = [await admin(), someone()];
    expect(await invite(actor, doctorInput(email), new Date())).toEqual({ ok: true });
    const token = await tokenFor(email);
    expect((await inbox.lastMailTo(email)).subject).toContain('Su invitación');
    const accepted = await acceptLink(token, choice, address(), new Date());
    if (!accepted.ok) throw new Error(accepted.code);
    const doctor = await actorOf(await sessionFor(accepted.proven));
    if (!doctor) throw new Error('no session');
    expect(doctor).toMatchObject({ role: 'doctor', name: 'Dra. Lucía Torre', zone: 'Europe/Madrid', locale: 'es' });
    const found = await findDoctor(asActor(await make.person()), doctor.id, new Date());
    expect(found).toMatchObject({ specialty: 'Dermatology', languages: ['es', 'en'], nextFreeAt: null });
    const entries = await prisma().auditEntry.findMany({
      where: { OR: [{ actorId: actor.id }, { actorId: doctor.id }] },
    });
    expect(entries).toMatchObject([
      { action: 'person_invited', subjectType: 'invitation', after: { role: 'doctor' } },
      { action: 'invitation_accepted', subjectId: doctor.id },
    ]);
    expect(JSON.stringify(entries)).not.toContain(email);
  });

  it('is for the front desk alone to make, send again, withdraw and see', async () => {
    const email = someone();
    await invite(await admin(), doctorInput(email), new Date());
    const { id } = await open(email);
    for (const role of ['PATIENT', 'DOCTOR'] as const) {
      const actor = asActor(await make.person({ role }));
      expect(await invite(actor, doctorInput(someone()), new Date())).toMatchObject({ code: 'forbidden' });
      expect(await inviteAgain(actor, id, new Date())).toMatchObject({ code: 'forbidden' });
      expect(await withdrawInvitation(actor, id, new Date())).toMatchObject({ code: 'forbidden' });
      expect(await listInvitations(actor, new Date())).toEqual([]);
      expect((await searchPeople(actor)).people).toEqual([]);
    }
  });

  it('tells of an e-mail that has an account, and of one that is invited, of two at once too', async () => {
    const [actor, email] = [await admin(), someone()];
    const known = await make.person();
    expect(await invite(actor, { ...doctorInput(known.email) }, new Date())).toEqual({
      ok: false,
      code: 'email_known',
    });
    const results = await Promise.all([
      invite(actor, doctorInput(email), new Date()),
      invite(actor, doctorInput(email), new Date()),
    ]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, code: 'already_invited' });
    expect(await prisma().accountLink.count({ where: { email } })).toBe(1);
  });

  it('once it has expired opens nothing, can be sent again, and is replaced by a new one', async () => {
    const [actor, email] = [await admin(), someone()];
    const past = new Date(Date.now() - 8 * DAY);
    await invite(actor, doctorInput(email), past);
    const { id } = await open(email);
    const listed = async () => (await listInvitations(actor, new Date())).find((row) => row.email === email);
    expect(await listed()).toMatchObject({ id, expired: true, role: 'doctor' });
    expect(await inviteAgain(actor, id, new Date())).toEqual({ ok: true });
    expect(await listed()).toMatchObject({ id, expired: false });
    const token = await tokenFor(email);
    expect(await findLink(token, ['invitation'], new Date())).toMatchObject({ state: 'open' });

    const other = someone();
    await invite(actor, doctorInput(other), past);
    expect(await invite(actor, doctorInput(other), new Date())).toEqual({ ok: true });
    expect(await prisma().accountLink.count({ where: { email: other } })).toBe(1);
  });

  it('that was withdrawn opens nothing, and its mail is not sent any more', async () => {
    const [actor, email, late] = [await admin(), someone(), someone()];
    await invite(actor, doctorInput(email), new Date());
    const { id } = await open(email);
    const token = await tokenFor(email);
    expect(await withdrawInvitation(actor, id, new Date())).toEqual({ ok: true });
    expect(await withdrawInvitation(actor, id, new Date())).toMatchObject({ code: 'person_not_found' });
    expect(await inviteAgain(actor, id, new Date())).toMatchObject({ code: 'person_not_found' });
    expect(await findLink(token, ['invitation'], new Date())).toMatchObject({ state: 'withdrawn' });
    expect(await acceptLink(token, choice, address(), new Date())).toEqual({ ok: false, code: 'link_closed' });
    expect(await prisma().accountLink.findUnique({ where: { id } })).toMatchObject({ email: null, name: null });
    expect(
      await prisma().auditEntry.findMany({ where: { subjectId: id, action: 'invitation_withdrawn' } }),
    ).toHaveLength(1);

    await invite(actor, doctorInput(late), new Date());
    await withdrawInvitation(actor, (await open(late)).id, new Date());
    await doJobs();
    expect(await inbox.mailsNow(late)).toEqual([]);
  });

  it('goes to whoever was invited and signs up all the same: a doctor does not become a patient', async () => {
    const [actor, email] = [await admin(), someone()];
    await invite(actor, doctorInput(email), new Date());
    const token = await tokenFor(email);
    await requestSignUp({ name: 'Lucía', email, phone: null, zone: 'UTC', locale: 'en' }, address(), new Date());
    expect(await tokenFor(email, 2)).toBe(token);
  });

  it('stays in the list for a month after it expired, then its data go', async () => {
    const [actor, email] = [await admin(), someone()];
    await invite(actor, doctorInput(email), new Date());
    await sweepLinks(new Date(Date.now() + 30 * DAY));
    expect(await prisma().accountLink.count({ where: { email } })).toBe(1);
    await sweepLinks(new Date(Date.now() + 38 * DAY));
    expect(await prisma().accountLink.count({ where: { email } })).toBe(0);
  });
});

describe('the command for an admin', () => {
  const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

  it('gives a link that makes one, once', async () => {
    const email = someone();
    const link = await linkForAdmin({ email, name: 'Ines Fischer', language: 'es' }, new Date());
    if (!link.ok) throw new Error(link.code);
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/welcome\/[\w-]{64}$/);
    expect(await prisma().person.count({ where: { email } })).toBe(0);
    const accepted = await acceptLink(tokenOf(link.url), choice, address(), new Date());
    expect(accepted).toMatchObject({ ok: true, role: 'admin' });
    const made = { role: 'ADMIN', demo: false, locale: 'es' };
    expect(await prisma().person.findUnique({ where: { email } })).toMatchObject(made);
    expect(await acceptLink(tokenOf(link.url), choice, address(), new Date())).toEqual({
      ok: false,
      code: 'link_closed',
    });
  });

  it('run again gives another link, and the one before ends', async () => {
    const email = someone();
    const [first, second] = [
      await linkForAdmin({ email, name: 'I', language: 'en' }, new Date()),
      await linkForAdmin({ email, name: 'I', language: 'en' }, new Date()),
    ];
    if (!first.ok || !second.ok) throw new Error('no link');
    expect(await findLink(tokenOf(first.url), ['invitation'], new Date())).toMatchObject({ state: 'withdrawn' });
    expect(await findLink(tokenOf(second.url), ['invitation'], new Date())).toMatchObject({ state: 'open' });
  });

  it('lets an admin back in, and nobody else', async () => {
    const person = await make.person({ role: 'ADMIN' });
    const link = await linkForAdmin({ email: person.email, name: 'I', language: 'en' }, new Date());
    if (!link.ok) throw new Error(link.code);
    expect(await resetPassword(tokenOf(link.url), choice.password, address(), new Date())).toMatchObject({ ok: true });
    const disabled = await make.person({ role: 'ADMIN', disabledAt: new Date() });
    expect(await linkForAdmin({ email: disabled.email, name: 'I', language: 'en' }, new Date())).toEqual({
      ok: false,
      code: 'disabled',
    });
    const { email } = await make.person();
    expect(await linkForAdmin({ email, name: 'I', language: 'en' }, new Date())).toEqual({
      ok: false,
      code: 'not_an_admin',
    });
  });
});

describe('the list of people', () => {
  it('is found by parts of names and e-mails and by role, and comes in pages', async () => {
    const actor = await admin();
    const mark = randomUUID().slice(0, 8);
    await Promise.all(
      Array.from({ length: 53 }, (_, i) => make.person({ name: `Ana ${mark} ${String(i).padStart(2, '0')}` })),
    );
    await make.person({ role: 'DOCTOR', name: `Dr ${mark}` });
    const first = await searchPeople(actor, { text: mark.toUpperCase() });
    expect(first).toMatchObject({ total: 54, pages: 2, page: 1 });
    expect(first.people).toHaveLength(50);
    expect(first.people[0]).toMatchObject({ name: `Dr ${mark}`, role: 'doctor' });
    const second = await searchPeople(actor, { text: mark, page: 2 });
    expect(second.people.map(({ name }) => name.slice(-2))).toEqual(['49', '50', '51', '52']);
    expect((await searchPeople(actor, { text: mark, page: 9 })).page).toBe(2);
    expect((await searchPeople(actor, { text: mark, role: 'doctor' })).total).toBe(1);
    const [ana] = second.people;
    expect((await searchPeople(actor, { text: ana?.email.slice(0, 30) })).people).toEqual([ana]);
    expect((await searchPeople(actor, { text: '%' })).total).toBe(0);
  });
});

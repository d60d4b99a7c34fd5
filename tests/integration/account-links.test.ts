import { describe, expect, inject, it } from 'vitest';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { changePassword } from '@/lib/accounts/commands/password';
import { requestReset, resetPassword } from '@/lib/accounts/commands/reset';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { requestSignUp } from '@/lib/accounts/commands/sign-up';
import { sweepLinks } from '@/lib/accounts/commands/sweep';
import { acceptLink, chooseLinkLocale } from '@/lib/accounts/commands/welcome';
import { linkToken } from '@/lib/accounts/links';
import { actorOf } from '@/lib/accounts/queries/actor';
import { findLink } from '@/lib/accounts/queries/link';
import { prisma } from '@/lib/adapters/database';
import { resetSettings } from '@/lib/platform/settings';
import { freePort } from '@/scripts/stack/ports';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { inboxAt } from '../support/inbox';
import { doJobs, jobsOf, tryJobs } from '../support/jobs';
import { address, someone, tokenFor } from '../support/mailed-links';
import { DEVICE, sessionFor } from '../support/sessions';

const make = withApplication();
const inbox = inboxAt(inject('mail').inboxUrl);
const HOUR = 60 * 60_000;
const PASSWORD = 'dolphin umbrella cactus';
const signUp = (email: string, name = 'Nora Walsh') =>
  requestSignUp({ name, email, phone: null, zone: 'Europe/London', locale: 'en' }, address(), new Date());
const reset = (email: string) => requestReset({ email, locale: 'en' }, address(), new Date());
const choice = { password: PASSWORD, zone: 'Asia/Kathmandu' };

const personOf = (email: string) => prisma().person.findUnique({ where: { email } });
const attempt = (email: string, password: string) =>
  signIn({ email, password, address: address(), device: DEVICE }, 'en');
const expire = (email: string) =>
  prisma().accountLink.updateMany({ where: { email }, data: { expiresAt: new Date(Date.now() - 1) } });

describe('signing up', () => {
  it('makes the account when the password is chosen, not before, and signs in', async () => {
    const email = someone();
    expect(
      await requestSignUp(
        { name: 'Nora Walsh', email, phone: '+44 20 1', zone: 'UTC', locale: 'es' },
        null,
        new Date(),
      ),
    ).toEqual({
      ok: true,
    });
    const token = await tokenFor(email);
    expect(await personOf(email)).toBeNull();
    // Programs that scan mail open links.
    for (let i = 0; i < 3; i++) {
      expect(await findLink(token, ['sign_up'], new Date())).toMatchObject({
        state: 'open',
        email,
        name: 'Nora Walsh',
      });
    }
    const accepted = await acceptLink(token, choice, address(), new Date());
    if (!accepted.ok) throw new Error(accepted.code);
    expect(await actorOf(await sessionFor(accepted.proven))).toMatchObject({
      name: 'Nora Walsh',
      role: 'patient',
      zone: 'Asia/Kathmandu',
    });
    const person = await personOf(email);
    expect(person).toMatchObject({ phone: '+44 20 1', locale: 'es', emailConfirmedAt: expect.any(Date), demo: false });
    expect((await attempt(email, PASSWORD)).ok).toBe(true);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: person?.id } });
    expect(entries).toMatchObject([{ action: 'person_signed_up', actorId: person?.id, after: { role: 'patient' } }]);
    expect(JSON.stringify(entries)).not.toContain(email);
  });

  it('the language of the page on which it is made can be chosen there, while the link is open', async () => {
    const email = someone();
    await signUp(email);
    const token = await tokenFor(email);
    await chooseLinkLocale(token, 'en', new Date());
    await chooseLinkLocale(`${token.slice(0, -2)}AA`, 'es', new Date());
    expect(await findLink(token, ['sign_up'], new Date())).toMatchObject({ locale: 'en' });
    await acceptLink(token, choice, address(), new Date());
    await chooseLinkLocale(token, 'es', new Date());
    expect(await personOf(email)).toMatchObject({ locale: 'en' });
  });

  it('a link works once, of two at once for one, and holds nobody’s data after that', async () => {
    const email = someone();
    await signUp(email);
    const token = await tokenFor(email);
    const results = await Promise.all([
      acceptLink(token, choice, address(), new Date()),
      acceptLink(token, choice, address(), new Date()),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await prisma().person.count({ where: { email } })).toBe(1);
    expect(await acceptLink(token, choice, address(), new Date())).toEqual({ ok: false, code: 'link_closed' });
    expect(await findLink(token, ['sign_up'], new Date())).toEqual({ state: 'used', kind: 'sign_up' });
    const person = await personOf(email);
    expect(await prisma().accountLink.findFirst({ where: { personId: person?.id } })).toMatchObject({
      ...{ email: null, name: null, phone: null, zone: null },
      usedAt: expect.any(Date),
    });
  });

  it('of two links of one e-mail used at once one makes the account', async () => {
    const email = someone();
    await signUp(email);
    const first = await tokenFor(email);
    await signUp(email);
    const second = await tokenFor(email, 2);
    const results = await Promise.all([first, second].map((token) => acceptLink(token, choice, address(), new Date())));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await prisma().person.count({ where: { email } })).toBe(1);
  });

  it('no two who use or end links of one e-mail at once wait for each other', async () => {
    for (let round = 0; round < 8; round++) {
      const [email, person] = [someone(), await make.person()];
      await Promise.all([signUp(email), signUp(email), reset(person.email), reset(person.email)]);
      const tokens = async (of: string) =>
        (await prisma().accountLink.findMany({ where: { email: of } })).map(({ id }) => linkToken(id, 'n'.repeat(32)));
      const [welcome, forgotten] = [await tokens(email), await tokens(person.email)];
      const change = { current: person.password, next: 'changed by hand, all right' };
      const results = await Promise.all([
        ...welcome.map((token) => acceptLink(token, choice, address(), new Date())),
        ...forgotten.map((token) => resetPassword(token, PASSWORD, address(), new Date())),
        changePassword(asActor(person), change, new Date()),
      ]);
      expect(results.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.slice(2).filter(({ ok }) => ok).length).toBeGreaterThan(0);
    }
  });

  it('an expired link makes nothing, and is gone with its data after the sweep', async () => {
    const email = someone();
    await signUp(email);
    const token = await tokenFor(email);
    const later = new Date(Date.now() + 24 * HOUR + 1_000);
    expect(await findLink(token, ['sign_up'], later)).toMatchObject({ state: 'expired' });
    expect(await acceptLink(token, choice, address(), later)).toEqual({ ok: false, code: 'link_closed' });
    expect(await personOf(email)).toBeNull();
    await sweepLinks(new Date());
    expect(await prisma().accountLink.count({ where: { email } })).toBe(1);
    await sweepLinks(later);
    expect(await prisma().accountLink.count({ where: { email } })).toBe(0);
    expect(await findLink(token, ['sign_up'], new Date())).toEqual({ state: 'expired' });
  });

  it('a link that is not ours, or for something else, opens nothing', async () => {
    const email = someone();
    await signUp(email);
    const token = await tokenFor(email);
    expect(await findLink(`${token.slice(0, -2)}AA`, ['sign_up'], new Date())).toEqual({ state: 'unknown' });
    expect(await findLink(token, ['reset'], new Date())).toEqual({ state: 'unknown' });
    expect(await resetPassword(token, PASSWORD, address(), new Date())).toEqual({ ok: false, code: 'link_closed' });
    process.env.NEXTAUTH_SECRET = 'o'.repeat(32);
    resetSettings();
    expect(await findLink(token, ['sign_up'], new Date())).toEqual({ state: 'unknown' });
    process.env.NEXTAUTH_SECRET = 'n'.repeat(32);
    resetSettings();
  });

  it('answers alike for an e-mail that has an account and one that has none, and does the same work', async () => {
    const known = await make.person();
    const traces = [];
    for (const email of [known.email, someone()]) {
      const before = await prisma().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker._private_jobs`;
      const answer = await signUp(email);
      const after = await prisma().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker._private_jobs`;
      const links = await prisma().accountLink.count({ where: { email } });
      traces.push({ answer, jobs: Number(after[0]?.n) - Number(before[0]?.n), links });
    }
    expect(traces[0]).toEqual({ answer: { ok: true }, jobs: 1, links: 1 });
    expect(traces[1]).toEqual(traces[0]);
  });

  it('tells an account’s owner alone that there is one, with ways in and no link that makes another', async () => {
    const person = await make.person();
    await signUp(person.email, 'Somebody Else');
    await doJobs();
    const mail = await inbox.lastMailTo(person.email);
    expect(mail.subject).toContain('already have an account');
    expect(mail.text).toContain('http://localhost:3000/sign-in');
    expect(mail.text).toContain('http://localhost:3000/forgot');
    expect(mail.text).not.toMatch(/\/welcome\/|Somebody Else/);
    expect(await personOf(person.email)).toMatchObject({ name: person.name });
  });

  it('a name that somebody types beside another’s e-mail is not in the mail', async () => {
    const email = someone();
    await signUp(email, 'You have won');
    await doJobs();
    const mail = await inbox.lastMailTo(email);
    expect(mail.html + mail.text + mail.subject + JSON.stringify(mail.to)).not.toContain('You have won');
  });

  it('is limited for an e-mail and for an address, for known ones and unknown alike', async () => {
    const known = await make.person();
    for (const email of [known.email, someone()]) {
      for (let i = 0; i < 5; i++) expect(await signUp(email)).toEqual({ ok: true });
      expect(await signUp(email)).toEqual({ ok: false, code: 'links_mailed' });
    }
    const outcomes = [];
    for (let i = 0; i < 41; i++) {
      const input = { name: 'N', email: someone(), phone: null, zone: 'UTC', locale: 'en' as const };
      outcomes.push(await requestSignUp(input, '198.51.100.7', new Date()));
    }
    expect(outcomes.slice(0, 40).every(({ ok }) => ok)).toBe(true);
    expect(outcomes[40]).toMatchObject({ code: 'too_many_requests' });
  });
});

describe('a forgotten password', () => {
  const sessionOf = async (person: TestPerson) => {
    const outcome = await attempt(person.email, person.password);
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.session;
  };

  it('can be asked for whatever strangers did with the e-mail at sign-up', async () => {
    const { email } = await make.person();
    for (let i = 0; i < 6; i++) await signUp(email);
    for (let i = 0; i < 5; i++) expect(await reset(email)).toEqual({ ok: true });
    // Whoever asked for those: the newest is still good.
    expect(await reset(email)).toEqual({ ok: false, code: 'links_mailed' });
    expect(await resetPassword(await tokenFor(email, 5), PASSWORD, address(), new Date())).toMatchObject({ ok: true });
  });

  it('tokens that are none, however many come from one address, keep nobody there from a link', async () => {
    const [from, person, now] = ['198.51.100.9', await make.person(), new Date()];
    await reset(person.email);
    const token = await tokenFor(person.email);
    for (let i = 0; i < 70; i++) {
      expect(await resetPassword(`${i}${token.slice(2)}`, PASSWORD, from, now)).toEqual({
        ok: false,
        code: 'link_closed',
      });
    }
    expect(await resetPassword(token, PASSWORD, from, now)).toMatchObject({ ok: true });
  });

  it('is chosen anew by the link, once, and ends every session and call', async () => {
    const person = await make.person({ emailConfirmed: false });
    const claims = await sessionOf(person);
    await reset(person.email);
    const token = await tokenFor(person.email);
    expect(await actorOf(claims)).not.toBeNull();
    const results = await Promise.all([
      resetPassword(token, PASSWORD, address(), new Date()),
      resetPassword(token, `${PASSWORD}!`, address(), new Date()),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const won = results.find((result) => result.ok);
    expect(await actorOf(claims)).toBeNull();
    expect(won?.ok && (await actorOf(await sessionFor(won.proven)))?.id).toBe(person.id);
    expect(await attempt(person.email, person.password)).toMatchObject({ code: 'wrong_credentials' });
    expect(await personOf(person.email)).toMatchObject({ sessionVersion: 2, emailConfirmedAt: expect.any(Date) });
    expect(await prisma().auditEntry.findMany({ where: { subjectId: person.id } })).toMatchObject([
      { action: 'password_reset', actorId: person.id },
    ]);
    const jobs = await jobsOf('end_calls_of_person');
    expect(jobs.filter(({ personId }) => personId === person.id)).toHaveLength(1);
  });

  it('a link lasts an hour', async () => {
    const person = await make.person();
    await reset(person.email);
    const token = await tokenFor(person.email);
    const later = new Date(Date.now() + HOUR + 1_000);
    expect(await resetPassword(token, PASSWORD, address(), later)).toEqual({ ok: false, code: 'link_closed' });
    expect((await attempt(person.email, person.password)).ok).toBe(true);
  });

  it('a newer password ends links that are on their way', async () => {
    const person = await make.person();
    await reset(person.email);
    const token = await tokenFor(person.email);
    await changePassword(asActor(person), { current: person.password, next: 'changed by hand, all right' }, new Date());
    expect(await findLink(token, ['reset'], new Date())).toMatchObject({ state: 'withdrawn' });
    expect(await resetPassword(token, PASSWORD, address(), new Date())).toEqual({ ok: false, code: 'link_closed' });
  });

  it('answers alike whoever asks; an unknown e-mail gets no mail and a disabled account no link', async () => {
    const disabled = await make.person({ disabledAt: new Date() });
    const unknown = someone();
    expect(await reset(disabled.email)).toEqual({ ok: true });
    expect(await reset(unknown)).toEqual({ ok: true });
    expect(await tryJobs()).toEqual([]);
    const mail = await inbox.lastMailTo(disabled.email);
    expect(mail.subject).toContain('Your account');
    expect(mail.text).not.toMatch(/\/(reset|welcome)\//);
    expect(await inbox.mailsNow(unknown)).toEqual([]);
  });

  it('a link of an account that is disabled meanwhile lets nobody in', async () => {
    const person = await make.person();
    await reset(person.email);
    const token = await tokenFor(person.email);
    await setDisabled(asActor(await make.person({ role: 'ADMIN' })), person.id, true, new Date());
    expect(await findLink(token, ['reset'], new Date())).toMatchObject({ state: 'expired' });
    expect(await resetPassword(token, PASSWORD, address(), new Date())).toEqual({ ok: false, code: 'link_closed' });
  });
});

describe('the mail', () => {
  it('speaks the language that was chosen', async () => {
    const email = someone();
    await requestSignUp({ name: 'N', email, phone: null, zone: 'UTC', locale: 'es' }, address(), new Date());
    await doJobs();
    expect((await inbox.lastMailTo(email)).subject).toContain('Termine su registro');
  });

  it('waits for a server that is down, and is not sent once its link has expired', async () => {
    const [late, soon] = [someone(), someone()];
    const up = process.env.SMTP_URL ?? '';
    process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    resetSettings();
    expect(await signUp(late)).toEqual({ ok: true });
    expect(await signUp(soon)).toEqual({ ok: true });
    expect(await tryJobs()).toHaveLength(2);
    const errors = await prisma().$queryRaw<{ last_error: string }[]>`
      SELECT last_error FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL`;
    expect(JSON.stringify(errors)).not.toContain('@test.example');
    process.env.SMTP_URL = up;
    resetSettings();
    await expire(late);
    await prisma().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
    expect(await tryJobs()).toEqual([]);
    expect((await inbox.lastMailTo(soon)).text).toContain('/welcome/');
    expect(await inbox.mailsNow(late)).toEqual([]);
  });

  it('neither its job nor the database holds the link', async () => {
    const email = someone();
    await signUp(email);
    const rows = await prisma().$queryRaw<{ all: string }[]>`
      SELECT (SELECT coalesce(json_agg(j), '[]') FROM graphile_worker._private_jobs j)::text
          || (SELECT json_agg(l) FROM account_link l)::text AS all`;
    const token = await tokenFor(email);
    expect(rows[0]?.all).toContain(email);
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(token.slice(-40));
  });
});

import { describe, expect, it } from 'vitest';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { changePassword } from '@/lib/accounts/commands/password';
import { chooseLocale, saveProfile } from '@/lib/accounts/commands/profile';
import { signIn } from '@/lib/accounts/commands/sign-in';
import type { Locale } from '@/lib/accounts/policy';
import { actorOf } from '@/lib/accounts/queries/actor';
import { searchPeople } from '@/lib/accounts/queries/people';
import { authOptions } from '@/lib/adapters/auth';
import { prisma } from '@/lib/adapters/database';
import type { KnownDevice } from '@/lib/adapters/known-device';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { address } from '../support/mailed-links';
import { DEVICE } from '../support/sessions';

const make = withApplication();
const attempt = (person: TestPerson, password = person.password, locale: Locale = 'en') =>
  signIn({ email: person.email, password, address: address(), device: DEVICE }, locale);

/** A person as a browser knows them that they signed in from. */
const at = ({ id }: TestPerson) => ({ id, version: 1 });

async function sessionOf(person: TestPerson) {
  const outcome = await attempt(person);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.session;
}

describe('signing in', () => {
  it('takes the right password, in any spelling of the address', async () => {
    const person = await make.person();
    const email = ` ${person.email.toUpperCase()} `;
    expect(await signIn({ email, password: person.password, address: address(), device: DEVICE }, 'en')).toEqual({
      ok: true,
      session: { personId: person.id, version: 1, sessionId: expect.any(String) },
    });
  });

  it('answers alike to a wrong password, an unknown e-mail, a disabled account and no input', async () => {
    const person = await make.person();
    const disabled = await make.person({ disabledAt: new Date() });
    const unknown = { ...person, email: 'nobody@test.example' };
    const refused = { ok: false, code: 'wrong_credentials' };
    expect(await attempt(person, 'wrong')).toEqual(refused);
    expect(await attempt(unknown)).toEqual(refused);
    expect(await attempt(disabled)).toEqual(refused);
    expect(await signIn({ email: '', password: '', address: address(), device: DEVICE }, 'en')).toEqual(refused);
  });

  it('puts no words of a failure of ours into the address that next-auth makes of them', async () => {
    const options = authOptions({ signIn: () => Promise.reject(new Error('a row of ours')), signOut: async () => {} });
    const [credentials] = options.providers as unknown as { authorize: (...given: unknown[]) => Promise<unknown> }[];
    // Cookies are read first, which fails outside of a request.
    await expect(credentials?.authorize({ password: ['x'] }, { headers: {} })).rejects.toThrow(/^failed$/);
  });

  it('takes as long for an unknown e-mail as for a wrong password', async () => {
    const person = await make.person();
    const time = async (email: string) => {
      const start = performance.now();
      await signIn({ email, password: 'wrong', address: address(), device: DEVICE }, 'en');
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    await time(person.email);
    for (let i = 0; i < 9; i++) {
      known.push(await time(person.email));
      unknown.push(await time(`nobody${i}@test.example`));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0;
    const ratio = median(known) / median(unknown);
    // Without the stand-in hash an unknown e-mail is some ten times quicker.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('is limited for an account from an address, says for how long, and lets its owner in from elsewhere', async () => {
    const [person, other] = [await make.person(), await make.person()];
    const from = (address: string, password: string, { email } = person) =>
      signIn({ email, password, address, device: DEVICE }, 'en');
    const strangers = address();
    for (let i = 0; i < 10; i++) expect(await from(strangers, 'wrong')).toMatchObject({ code: 'wrong_credentials' });
    expect(await from(strangers, person.password)).toMatchObject({
      code: 'too_many_requests',
      retryAfter: expect.any(Number),
    });
    expect((await from(address(), person.password)).ok).toBe(true);
    expect((await from(strangers, other.password, other)).ok).toBe(true);
  });

  it('is counted apart where its owner signed in before, also on the address from which a stranger guesses', async () => {
    const [person, stranger] = [await make.person(), await make.person()];
    const shared = address();
    const by = (known: KnownDevice | null, password: string) =>
      signIn({ email: person.email, password, address: shared, device: { ...DEVICE, known } }, 'en');
    const own = { id: 'own', people: [at(stranger), at(person)] };
    // A browser from which only somebody else signed in is a stranger's.
    const others = { id: 'others', people: [at(stranger)] };
    for (let i = 0; i < 11; i++) await by(others, 'wrong');
    expect(await by(others, person.password)).toMatchObject({ code: 'too_many_requests' });
    expect((await by(own, person.password)).ok).toBe(true);
    for (let i = 0; i < 10; i++) expect(await by(own, 'wrong')).toMatchObject({ code: 'wrong_credentials' });
    expect(await by(own, person.password)).toMatchObject({ code: 'too_many_requests' });
    expect((await by({ ...own, id: 'another' }, person.password)).ok).toBe(true);
    // Of before a new password it knows nobody.
    for (let i = 0; i < 11; i++) await by(others, 'wrong');
    await prisma().person.update({ where: { id: person.id }, data: { sessionVersion: 2 } });
    expect(await by({ ...own, id: 'third' }, person.password)).toMatchObject({ code: 'too_many_requests' });
    expect((await by({ id: 'third', people: [{ id: person.id, version: 2 }] }, person.password)).ok).toBe(true);
  });

  it('gains nothing by guesses from many addresses: beyond the cap a link is mailed, and only known browsers get in', async () => {
    const person = await make.person();
    const known = { id: 'own', people: [at(person)] };
    for (let i = 0; i < 100; i++) expect(await attempt(person, 'wrong')).toMatchObject({ code: 'wrong_credentials' });
    for (let i = 0; i < 5; i++) {
      expect(await attempt(person, person.password, 'es')).toEqual({ ok: false, code: 'link_mailed' });
    }
    const sent = await prisma().accountLink.findMany({ where: { email: person.email, kind: 'DEVICE' } });
    // One in ten minutes: it is on its way, and the page says so.
    expect(sent.map(({ locale }) => locale)).toEqual(['es']);
    const { email, password } = person;
    const from = { email, password, address: address() };
    expect((await signIn({ ...from, device: { ...DEVICE, known } }, 'en')).ok).toBe(true);
    // An e-mail without an account answers alike.
    const nobody = { ...person, email: 'nobody-at-all@test.example' };
    for (let i = 0; i < 100; i++) await attempt(nobody, 'wrong');
    expect(await attempt(nobody)).toEqual({ ok: false, code: 'link_mailed' });
  });

  it('is limited for an address, whatever the account', async () => {
    const outcomes = [];
    for (let i = 0; i < 62; i++) {
      outcomes.push(
        await signIn({ email: `guess${i}@test.example`, password: 'x', address: '198.51.100.7', device: DEVICE }, 'en'),
      );
    }
    expect(outcomes.slice(0, 60).every((outcome) => !outcome.ok && outcome.code === 'wrong_credentials')).toBe(true);
    expect(outcomes[60]).toMatchObject({ code: 'too_many_requests' });
  });

  it('counts what cannot be an e-mail for nobody’s account', async () => {
    const input = { email: 'x'.repeat(5_000), password: 'x', device: DEVICE };
    const outcomes = [];
    for (let i = 0; i < 101; i++) outcomes.push(await signIn({ ...input, address: address() }, 'en'));
    expect(new Set(outcomes.map((outcome) => !outcome.ok && outcome.code))).toEqual(new Set(['wrong_credentials']));
  });

  it('does not count attempts that succeed', async () => {
    const person = await make.person();
    for (let i = 0; i < 15; i++) expect((await attempt(person)).ok).toBe(true);
  });
});

describe('sessions', () => {
  it('end when the account is disabled, and do not come back when it is enabled', async () => {
    const person = await make.person();
    const admin = asActor(await make.person({ role: 'ADMIN' }));
    const claims = await sessionOf(person);
    expect(await actorOf(claims)).toMatchObject({ id: person.id, role: 'patient' });
    await setDisabled(admin, person.id, true, new Date());
    expect(await actorOf(claims)).toBeNull();
    await setDisabled(admin, person.id, false, new Date());
    expect(await actorOf(claims)).toBeNull();
    expect(await actorOf(await sessionOf(person))).toMatchObject({ id: person.id });
  });

  it('end when the password changes', async () => {
    const person = await make.person();
    const claims = await sessionOf(person);
    const change = { current: person.password, next: 'another marble umbrella' };
    expect(await changePassword(asActor(person), change, new Date())).toEqual({ ok: true, feedRenewed: false });
    expect(await actorOf(claims)).toBeNull();
    expect(await attempt(person)).toMatchObject({ code: 'wrong_credentials' });
    expect((await attempt(person, change.next)).ok).toBe(true);
  });

  it('of two password changes at once one wins', async () => {
    const person = await make.person();
    const change = (next: string) => changePassword(asActor(person), { current: person.password, next }, new Date());
    const results = await Promise.all([change('the first marble umbrella'), change('the second marble umbrella')]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await prisma().person.findUnique({ where: { id: person.id } })).toMatchObject({ sessionVersion: 2 });
  });

  it('a wrong current password changes nothing', async () => {
    const person = await make.person();
    const change = { current: 'wrong', next: 'another marble umbrella' };
    expect(await changePassword(asActor(person), change, new Date())).toEqual({ ok: false, code: 'wrong_password' });
    expect((await attempt(person)).ok).toBe(true);
  });

  it('of nobody are nobody’s', async () => {
    expect(await actorOf({ sessionId: '00000000-0000-0000-0000-000000000000' })).toBeNull();
  });
});

describe('the front desk', () => {
  it('alone disables, never itself, and leaves who did it', async () => {
    const person = await make.person();
    const admin = await make.person({ role: 'ADMIN' });
    for (const role of ['PATIENT', 'DOCTOR'] as const) {
      const actor = asActor(await make.person({ role }));
      expect(await setDisabled(actor, person.id, true, new Date())).toMatchObject({ code: 'forbidden' });
      expect((await searchPeople(actor)).people).toEqual([]);
    }
    expect(await setDisabled(asActor(admin), admin.id, true, new Date())).toMatchObject({ code: 'forbidden' });
    expect(await setDisabled(asActor(admin), '00000000-0000-0000-0000-000000000000', true, new Date())).toMatchObject({
      code: 'person_not_found',
    });
    expect(await setDisabled(asActor(admin), person.id, true, new Date())).toEqual({ ok: true });
    expect(await setDisabled(asActor(admin), person.id, true, new Date())).toEqual({ ok: true });
    expect(await prisma().auditEntry.findMany({ where: { subjectId: person.id } })).toMatchObject([
      { action: 'person_disabled', actorId: admin.id },
    ]);
    expect((await searchPeople(asActor(admin))).people.find(({ id }) => id === person.id)?.disabledAt).toBeInstanceOf(
      Date,
    );
  });
});

it('a chosen language stays, and can be left to the browser again', async () => {
  const person = await make.person();
  const claims = await sessionOf(person);
  await chooseLocale(asActor(person), 'es');
  expect((await actorOf(claims))?.locale).toBe('es');
  await chooseLocale(asActor(person), null);
  expect((await actorOf(claims))?.locale).toBeNull();
});

describe('a profile', () => {
  const input = { name: 'Dr Nora Walsh', phone: null, zone: 'Asia/Kathmandu' };

  it('of a doctor moves the hours with the zone, for whoever books at this moment too', async () => {
    const doctor = await make.person({ role: 'DOCTOR' });
    const hours = () => prisma().doctor.findUniqueOrThrow({ where: { personId: doctor.id } });
    const described = { specialty: 'Dermatology', languages: ['de'] };
    const before = (await hours()).hoursRevision;
    expect(await saveProfile(asActor(doctor), input, described)).toEqual({ ok: true });
    expect(await hours()).toMatchObject({ ...described, hoursRevision: before + 1 });
    await saveProfile(asActor({ ...doctor, zone: input.zone }), { ...input, name: 'Dr Nora Gil' }, described);
    expect((await hours()).hoursRevision).toBe(before + 1);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: doctor.id }, orderBy: { id: 'asc' } });
    expect(entries.map(({ after }) => after)).toEqual([
      { changed: ['name', 'zone', 'specialty', 'languages'] },
      { changed: ['name'] },
    ]);
  });

  it('that stays as it was leaves no entry; nobody else describes themselves as a doctor', async () => {
    const person = await make.person();
    const same = { name: person.name, phone: null, zone: person.zone };
    expect(await saveProfile(asActor(person), same)).toEqual({ ok: true });
    expect(await prisma().auditEntry.count({ where: { subjectId: person.id } })).toBe(0);
    const doctor = { specialty: 'Dermatology', languages: ['de'] };
    expect(await saveProfile(asActor(person), same, doctor)).toMatchObject({ code: 'forbidden' });
  });
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkToken } from '@/lib/accounts/links';
import { feedToken } from '@/lib/notifications/feed-token';
import { expect, test } from './support/fixtures';
import { MINUTE } from './support/times';

/** The logs of the services, by the name of the file. */
const logsIn = (data: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(data, 'logs')).map((file) => [file, readFileSync(join(data, 'logs', file), 'utf8')]),
  );

const mark = (what: string) => `marked-${what}-${randomUUID()}`;

test('no secret and no reason for a visit reaches a log', async ({
  make,
  signIn,
  page,
  context,
  prisma,
  stack,
  announce,
}) => {
  announce(/status of (401|403|404|500)|was canceled|CSP|Digest/);
  const marked = {
    reason: mark('reason'),
    tried: mark('tried-password'),
    current: mark('current-password'),
    chosen: mark('new-password'),
  };
  const secrets = new Set<string>(Object.values(marked));
  const doctor = await make.person({ role: 'DOCTOR' });
  const patient = await make.person();
  const { id, startsAt } = await make.appointment({ doctor, patient, reason: marked.reason });

  // Sign-in: a wrong password, then the right one; the session's cookie is a secret too.
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(patient.email);
  await page.getByLabel('Password', { exact: true }).fill(marked.tried);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail and password don’t match.')).toBeVisible();
  await signIn(patient);
  const session = (await context.cookies()).find(({ name }) => name.endsWith('.session'))?.value ?? '';
  expect(session.length).toBeGreaterThan(50);
  secrets.add(session);

  // The address of a calendar's feed, with and without a feed behind it.
  const feed = feedToken(patient.id, 1, stack.env.NEXTAUTH_SECRET);
  secrets.add(feed);
  const readFeed = async () => (await context.request.get(`/api/calendar/${feed}.ics`)).status();
  expect(await readFeed()).toBe(404);
  await prisma.calendarChoice.create({ data: { personId: patient.id, feedOn: true, feedVersion: 1 } });
  expect(await readFeed()).toBe(200);

  // A call: its page, a token, and a look at the SFU's door with it, from which livekit-server knows it.
  await page.goto(`/appointments/${id}/call`);
  await expect(page.getByRole('button', { name: /^Join/ })).toBeVisible();
  const { token } = await (await context.request.post(`/api/appointments/${id}/video-token`)).json();
  secrets.add(token);
  const door = stack.env.LIVEKIT_URL.replace(/^ws/, 'http');
  expect((await fetch(`${door}/rtc/validate?access_token=${token}`)).status).toBe(200);
  expect((await fetch(`${door}/rtc/validate?access_token=${token}x`)).status).toBe(401);
  await page.getByRole('button', { name: /^Join/ }).click();
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'You have left the call' })).toBeVisible();

  // The database refuses a row that holds the reason: by Prisma's hand, and by SQL.
  const overlapping = { doctor, patient, startsAt, reason: marked.reason };
  await expect(make.appointment(overlapping)).rejects.toThrow();
  const endsAt = new Date(startsAt.getTime() + 30 * MINUTE);
  await expect(prisma.$executeRaw`
    INSERT INTO appointment (id, doctor_id, patient_id, starts_at, ends_at, visit_type, status, reason)
    VALUES (${randomUUID()}::uuid, ${doctor.id}::uuid, ${patient.id}::uuid, ${startsAt}, ${endsAt}, 'VIDEO', 'CONFIRMED', ${marked.reason})
  `).rejects.toThrow('appointment_hold_doctor_no_overlap');

  // Requests that fail: refused, not understood, and one that breaks within an action.
  await context.request.post(`/api/appointments/${id}/cancel`, { data: `{"revision": "${marked.reason}"` });
  await context.request.get(`/api/appointments?status=${marked.reason}`);
  await context.request.post('/account', { data: marked.reason, headers: { 'next-action': '0'.repeat(42) } });
  await context.request.post('/api/auth/callback/credentials', { data: `{"password": "${marked.tried}"` });

  // A link of a mail: its page, and requests to it that fail.
  const link = randomUUID();
  const to = { email: `${link}@test.example`, name: 'N', role: 'PATIENT', locale: 'en' } as const;
  await prisma.accountLink.create({
    data: { id: link, kind: 'SIGN_UP', expiresAt: new Date(Date.now() + MINUTE), ...to },
  });
  const linkSecret = linkToken(link, stack.env.NEXTAUTH_SECRET);
  secrets.add(linkSecret);
  expect((await context.request.get(`/welcome/${linkSecret}`)).status()).toBe(200);
  await context.request.post(`/welcome/${linkSecret}`, { data: 'x', headers: { 'next-action': '0'.repeat(42) } });
  await context.request.put(`/welcome/${linkSecret}`, { data: '{' });
  await prisma.accountLink.delete({ where: { id: link } });

  // A password that is changed, once with the wrong one.
  await page.goto('/account');
  for (const current of [marked.current, patient.password]) {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password', { exact: true }).fill(marked.chosen);
    await page.getByLabel('New password again').fill(marked.chosen);
    // It was judged while it was typed.
    await expect(page.getByText('Strong enough.')).toBeVisible();
    await page.getByRole('button', { name: 'Change password' }).click();
    if (current === marked.current)
      await expect(page.getByText('That is not your current password.').first()).toBeVisible();
  }
  await expect(page).toHaveURL('/sign-in');

  // What was to be logged of all this is there, so the files are the right ones and it is not too early to look.
  await expect.poll(() => logsIn(stack.data)['postgres.log']).toContain('appointment_hold_doctor_no_overlap');
  await expect.poll(() => logsIn(stack.data)['worker.log']).toContain('end_calls_of_person');
  await expect.poll(() => logsIn(stack.data)['livekit.log']).toContain('invalid');
  const logs = logsIn(stack.data);
  for (const service of ['app', 'worker', 'postgres', 'livekit']) {
    expect(logs[`${service}.log`]?.length, service).toBeGreaterThan(0);
  }
  for (const [file, text] of Object.entries(logs)) {
    for (const secret of secrets) expect(text.includes(secret), `${secret.slice(0, 25)}… in ${file}`).toBe(false);
  }
});

test('an error that quotes a row is logged without its words', async ({ stack, make, signIn, context, prisma }) => {
  // The app itself meets a refusal by the database: a zone that no one's clock knows breaks the page that shows it.
  // Node quotes it in its own message, in capitals.
  const zone = mark('zone');
  const person = await make.person({ name: mark('name') });
  await prisma.person.update({ where: { id: person.id }, data: { zone } });
  await signIn(person);
  const before = logsIn(stack.data)['app.log'] ?? '';
  expect((await context.request.get('/')).status()).toBe(500);
  await expect.poll(() => logsIn(stack.data)['app.log']?.slice(before.length)).toContain('request failed');
  const said = (logsIn(stack.data)['app.log'] ?? '').toLowerCase();
  expect(said).not.toContain(zone);
  expect(said).not.toContain(person.name);
});

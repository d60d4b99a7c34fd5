import { actionsOf } from './support/build';
import { expect, test } from './support/fixtures';
import { expectProblem, FOREIGN } from './support/problems';

const FOREIGNERS: Record<string, string>[] = [
  FOREIGN,
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  // Another port of this machine is another site's page, though it shares our cookies.
  { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
];

test('a change that another site asks for is refused', async ({ make, signIn, context, prisma }) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  for (const headers of FOREIGNERS) {
    const token = await context.request.post(`/api/appointments/${id}/video-token`, { headers });
    await expectProblem(token, 403, 'foreign_origin');
    const cancel = await context.request.post(`/api/appointments/${id}/cancel`, { headers, data: { revision: 1 } });
    await expectProblem(cancel, 403, 'foreign_origin');
  }
  expect(await prisma.appointment.findUnique({ where: { id } })).toMatchObject({ status: 'CONFIRMED', revision: 1 });
  // What a browser sends from our own page is let through.
  const own = {
    origin: new URL((await context.request.get('/api/health/live')).url()).origin,
    'sec-fetch-site': 'same-origin',
  };
  const token = await context.request.post(`/api/appointments/${id}/video-token`, { headers: own });
  expect(token.status()).toBe(200);
});

test('another site can neither sign in nor out', async ({ make, context }) => {
  const { email, password } = await make.person();
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  for (const headers of FOREIGNERS) {
    for (const path of ['callback/credentials', 'signin/credentials', 'signout']) {
      const form = { csrfToken, email, password, json: 'true' };
      await expectProblem(await context.request.post(`/api/auth/${path}`, { form, headers }), 403, 'foreign_origin');
    }
  }
  expect((await context.cookies()).filter(({ name }) => name.endsWith('.session'))).toEqual([]);
});

test('no server action runs for another site', async ({ make, signIn, context, prisma, stack }) => {
  const admin = await make.person({ role: 'ADMIN' });
  const other = await make.person();
  await signIn(admin);
  const before = await prisma.person.findMany({ where: { id: { in: [admin.id, other.id] } }, orderBy: { id: 'asc' } });
  const cookies = await context.cookies();
  for (const { id, pages } of actionsOf(stack.dist)) {
    const path = pages.includes('/(clinic)/page') ? '/' : '/account';
    for (const headers of [FOREIGN, { origin: 'null', 'sec-fetch-site': 'cross-site' }]) {
      for (const data of [[], [other.id, true], [admin.password, 'a new one, long enough']]) {
        const answer = await context.request.post(path, { data, headers: { ...headers, 'next-action': id } });
        await expectProblem(answer, 403, 'foreign_origin');
      }
    }
  }
  const after = await prisma.person.findMany({ where: { id: { in: [admin.id, other.id] } }, orderBy: { id: 'asc' } });
  expect(after).toEqual(before);
  const values = (all: typeof cookies) => all.map(({ name, value }) => `${name}=${value}`).sort();
  expect(values(await context.cookies())).toEqual(values(cookies));
});

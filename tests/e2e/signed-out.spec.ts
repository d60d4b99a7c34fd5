import { actionsOf, routesOf } from './support/build';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';
import { stackUnderTest } from './support/stack';

// Read from the build: a page, handler or action that this file does not know of fails it until someone says what it answers to
// whoever is signed out.

const SECRET = 'a reason that nobody else may read';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** Pages that send a visitor to sign-in; `:id` stands for an appointment that exists. */
const CLOSED: Record<string, string> = {
  '/(clinic)/page': '/',
  '/(clinic)/account/page': '/account',
  '/(clinic)/schedule/page': '/schedule',
  '/(clinic)/book-for/page': '/book-for',
  '/(clinic)/desk/page': '/desk',
  '/(clinic)/hours/page': '/hours',
  '/(clinic)/requests/page': '/requests',
  '/(clinic)/@dialog/(.)schedule/page': '/schedule',
  '/(clinic)/book/page': '/book',
  '/(clinic)/book/[doctorId]/page': '/book/:id',
  '/(clinic)/appointments/[id]/page': '/appointments/:id',
  '/(clinic)/appointments/[id]/move/page': '/appointments/:id/move',
  '/(call)/appointments/[id]/call/page': '/appointments/:id/call',
};
/** Older links look nothing up: they lead to the call's page, which sends on to sign-in. */
const OLDER: Record<string, string> = {
  '/(call)/appointments/[id]/video/page': '/appointments/:id/video',
  '/(call)/appointments/consultation/[id]/page': '/appointments/consultation/:id',
  '/(call)/video-session/[room]/page': '/video-session/room_:id',
  '/(call)/video/[room]/page': '/video/room_:id',
};
/** Pages and files for everyone. */
const OPEN: Record<string, [path: string, ...statuses: number[]]> = {
  '/sign-in/page': ['/sign-in', 200],
  '/(clinic)/help/page': ['/help', 200],
  '/icon.svg/route': ['/icon.svg', 200],
  '/favicon.ico/route': ['/favicon.ico', 200],
  '/_not-found/page': ['/nothing-here', 404],
  // What Next shows when nothing else can be: made at build time, knows nobody, and answers with the status that it was made with.
  '/_global-error/page': ['/_global-error', 200, 500],
};
type Answer = number | 'signed_out' | 'not_found';
const HANDLERS: Record<string, [path: string, Partial<Record<Method, Answer>>]> = {
  '/api/[...path]/route': ['/api/nothing', Object.fromEntries(METHODS.map((method) => [method, 'not_found']))],
  '/api/appointments/route': ['/api/appointments', { GET: 'signed_out', POST: 'signed_out' }],
  '/api/appointments/[id]/route': ['/api/appointments/:id', { GET: 'signed_out' }],
  '/api/appointments/[id]/calendar.ics/route': ['/api/appointments/:id/calendar.ics', { GET: 'signed_out' }],
  ...Object.fromEntries(
    ['cancel', 'confirm', 'decline', 'proposal', 'reschedule'].map((change) => [
      `/api/appointments/[id]/${change}/route`,
      [`/api/appointments/:id/${change}`, { POST: 'signed_out' }],
    ]),
  ),
  '/api/appointments/[id]/video-token/route': ['/api/appointments/:id/video-token', { POST: 'signed_out' }],
  // next-auth's own; without a CSRF token its POST does nothing (sign-in.spec.ts tells more).
  '/api/auth/[...nextauth]/route': ['/api/auth/session', { GET: 200, POST: 400 }],
  '/api/doctors/route': ['/api/doctors', { GET: 'signed_out' }],
  '/api/doctors/[id]/slots/route': ['/api/doctors/:id/slots', { GET: 'signed_out' }],
  '/api/events/route': ['/api/events', { GET: 'signed_out' }],
  '/api/openapi.json/route': ['/api/openapi.json', { GET: 200 }],
  '/api/health/live/route': ['/api/health/live', { GET: 200 }],
  '/api/health/ready/route': ['/api/health/ready', { GET: 200 }],
  '/api/livekit/webhook/route': ['/api/livekit/webhook', { POST: 401 }],
};

test('every route of the build is known here', ({ stack }) => {
  const known = [CLOSED, OLDER, OPEN, HANDLERS].flatMap((group) => Object.keys(group));
  expect(routesOf(stack.dist)).toEqual(known.sort());
});

for (const [route, path] of Object.entries(CLOSED)) {
  test(`the page ${route} sends to sign-in and back`, async ({ request, make }) => {
    const { id } = await make.appointment({ reason: SECRET });
    const here = path.replace(':id', id);
    const from = here === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(here)}`;
    const soft = { rsc: '1', 'next-url': '/', 'next-router-state-tree': encodeURIComponent('["",{}]') };
    const kinds: Record<string, string>[] = [{}, { rsc: '1' }, soft];
    for (const headers of kinds) {
      const first = await request.get(here, { headers, maxRedirects: 0 });
      // The router's own requests are sent once to the address that tells their answers apart.
      const again = first.headers().location?.startsWith(`${here}?_rsc`);
      const answer = again ? await request.get(first.headers().location ?? '', { headers, maxRedirects: 0 }) : first;
      const body = await answer.text();
      expect(body).not.toContain(SECRET);
      if (answer.status() === 307) expect(answer.headers().location).toBe(from);
      else expect(body).toContain(`NEXT_REDIRECT;replace;${from};307;`);
    }
  });
}

for (const [route, path] of Object.entries(OLDER)) {
  test(`the older link ${route} leads to the call, and on to sign-in`, async ({ request, make }) => {
    const { id } = await make.appointment({ reason: SECRET });
    const answer = await request.get(path.replace(':id', id), { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(`/appointments/${id}/call`);
    const end = await request.get(path.replace(':id', id));
    expect(end.url()).toContain(`/sign-in?from=${encodeURIComponent(`/appointments/${id}/call`)}`);
    expect(await end.text()).not.toContain(SECRET);
  });
}

for (const [route, [path, ...statuses]] of Object.entries(OPEN)) {
  test(`${route} is for everyone`, async ({ request }) => {
    expect(statuses).toContain((await request.get(path, { maxRedirects: 0 })).status());
  });
}

for (const [route, [path, answers]] of Object.entries(HANDLERS)) {
  test(`the handler ${route} asks who calls`, async ({ request, make }) => {
    const { id } = await make.appointment({ reason: SECRET });
    for (const method of METHODS) {
      const answer = await request.fetch(path.replace(':id', id), { method, data: method === 'GET' ? undefined : {} });
      expect(await answer.text(), method).not.toContain(SECRET);
      const expected = answers[method] ?? 405;
      if (typeof expected === 'number') expect(answer.status(), method).toBe(expected);
      else await expectProblem(answer, expected === 'signed_out' ? 401 : 404, expected);
    }
  });
}

/** What an action does for whoever is signed out: refuses, or is for everyone. */
const ACTIONS: Record<string, 'refuses' | 'public'> = {
  'app/(clinic)/account/actions.ts#saveLanguage': 'refuses',
  'app/(clinic)/account/actions.ts#savePassword': 'refuses',
  'app/(clinic)/appointments/[id]/actions.ts#cancelVisit': 'refuses',
  'app/(clinic)/appointments/[id]/actions.ts#moveVisit': 'refuses',
  'app/(clinic)/appointments/[id]/actions.ts#moveVisitTo': 'refuses',
  'app/(clinic)/book/[doctorId]/actions.ts#bookVisit': 'refuses',
  'app/(clinic)/book-for/actions.ts#bookFor': 'refuses',
  'app/(clinic)/hours/actions.ts#previewHours': 'refuses',
  'app/(clinic)/hours/actions.ts#saveWorkingHours': 'refuses',
  'app/(clinic)/requests/actions.ts#answerVisit': 'refuses',
  'app/(clinic)/actions.ts#changeDisabled': 'refuses',
  'app/(clinic)/actions.ts#signOut': 'public',
  'app/sign-in/actions.ts#chooseLanguage': 'public',
};

test('every server action of the build is known here', ({ stack }) => {
  expect([...new Set(actionsOf(stack.dist).map(({ name }) => name))].sort()).toEqual(Object.keys(ACTIONS).sort());
});

for (const { id, name, pages } of actionsOf(stackUnderTest().dist)) {
  if (ACTIONS[name] !== 'refuses') continue;
  test(`the action ${name} refuses whoever is signed out`, async ({ request, make, prisma }) => {
    const person = await make.person();
    const account = () => prisma.person.findUnique({ where: { id: person.id } });
    const before = await account();
    const form = { 0: '["$K1"]', '1_locale': 'es' };
    const bodies = [
      { multipart: form },
      ...[[], [person.id, true], [person.password, 'a new one, long enough']].map((data) => ({ data })),
    ];
    for (const page of pages) {
      const path = (CLOSED[page] ?? OPEN[page]?.[0])?.replace(':id', person.id);
      for (const body of bodies) {
        const answer = await request.post(path ?? page, { ...body, headers: { 'next-action': id }, maxRedirects: 0 });
        expect(answer.headers()['x-action-redirect'], path).toMatch(/^\/sign-in(\?from=\S*)?;push$/);
      }
    }
    expect(await account()).toEqual(before);
  });
}

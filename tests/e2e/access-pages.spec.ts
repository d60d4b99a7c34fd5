import { SECRET, type Visitor } from './access/cast';
import { expectComplete } from './access/complete';
import { test } from './access/fixtures';
import { fill, given, type Subject } from './access/given';
import { HANDLERS } from './access/handlers';
import { PAGES } from './access/pages';
import { routesOf } from './support/build';
import { expect } from './support/fixtures';

// Every page of the build × every kind of actor (handlers and actions have files of their own beside this one).

/** The ways to ask for a page: by its address, and by the router: from anywhere, and from the start page. */
const WAYS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-url': '/', 'next-router-state-tree': encodeURIComponent('["",{}]') },
];

async function load({ request }: Visitor, path: string, headers: Record<string, string>) {
  const first = await request.get(path, { headers, maxRedirects: 0 });
  // The router's own requests are sent once to the address that tells their answers apart.
  const again = /[?&]_rsc/.test(first.headers().location ?? '');
  const answer = again ? await request.get(first.headers().location ?? '', { headers, maxRedirects: 0 }) : first;
  return { answer, body: await answer.text() };
}

/** The answer in a word: the status, "missing", or the address that it leads to, whether by the answer's head or, once that is sent, by its body. */
function outcomeOf({ answer, body }: Awaited<ReturnType<typeof load>>): string | number {
  const within = /NEXT_REDIRECT;(?:replace|push);([^;]*);30[78];/.exec(body)?.[1];
  const led = answer.headers().location ?? within;
  if (led !== undefined) return led;
  const missing = answer.status() === 404 || body.includes('NEXT_HTTP_ERROR_FALLBACK;404');
  return missing ? 'missing' : answer.status();
}

test('every route of the build is known', ({ stack }) => {
  expectComplete(routesOf(stack.dist), [...Object.keys(PAGES), ...Object.keys(HANDLERS)], 'pages.ts (or handlers.ts)');
});

for (const [name, { path, given: state = {}, who, tells = [] }] of Object.entries(PAGES)) {
  test(`who sees ${name}`, async ({ cast, make, prisma }) => {
    const subjects = new Map<Visitor['pair'], Subject>();
    for (const visitor of cast.visitors) {
      const { kind, label, pair } = visitor;
      const subject = subjects.get(pair) ?? (await given(prisma, make, visitor, state));
      subjects.set(pair, subject);
      const [here, outcome] = [fill(path, subject), who[kind]];
      for (const headers of WAYS) {
        const answer = await load(visitor, here, headers);
        const about = `${label}, ${here} with ${JSON.stringify(headers)}`;
        if (Array.isArray(outcome)) expect.soft(outcome, about).toContain(outcomeOf(answer));
        else if (outcome === 'shown') expect.soft(outcomeOf(answer), about).toBe(200);
        else if (outcome === 'missing') expect.soft(outcomeOf(answer), about).toBe('missing');
        else if (outcome !== 'signIn') expect.soft(outcomeOf(answer), about).toBe(fill(outcome, subject));
        else {
          const from = here === '/' ? '' : `?from=${encodeURIComponent(here)}`;
          expect.soft(outcomeOf(answer), about).toBe(`/sign-in${from}`);
        }
        expect.soft(answer.body.includes(SECRET), `${about}: the reason of the visit`).toBe(tells.includes(kind));
        const stranger = !['patient', 'doctor', 'admin'].includes(kind);
        if (stranger) expect.soft(answer.body, about).not.toContain(pair.patient.name);
      }
    }
    await prisma.appointment.deleteMany({ where: { id: { in: [...subjects.values()].map(({ id }) => id) } } });
  });
}

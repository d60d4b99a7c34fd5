import type { APIRequestContext, BrowserContext, Page, Request } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { expect, test } from './support/fixtures';
import { clockIn, HOUR } from './support/times';

// A browser opens six HTTP/1.1 connections to a host. With an event stream in each tab the seventh tab would hang.

const TABS = 12;
/** A full hour, some hours ahead. */
const ahead = (hours: number) => new Date(Math.ceil(Date.now() / HOUR + hours) * HOUR);

/** The pages of a browser that hold an event stream open at this moment. */
function watchStreams(context: BrowserContext) {
  const open = new Map<Request, Page>();
  const end = (request: Request) => void open.delete(request);
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') open.set(request, request.frame().page());
  });
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  // Nothing tells of the requests of a page that was closed.
  return () => [...open.values()].filter((page) => !page.isClosed());
}

/** The quickest of some ways between two pages of a tab, in milliseconds: what the machine does besides has the least say in it. */
async function quickest(page: Page, paths: [string, string]): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const began = performance.now();
    await page.goto(paths[turn % 2] ?? '/', { waitUntil: 'load' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

test('a tab whose stream is refused leaves the lead to another', async ({ make, signIn, context, announce }) => {
  announce(/status of 503.*\/api\/events/);
  await signIn(await make.person());
  const streams = watchStreams(context);
  const [refused, other] = [await context.newPage(), await context.newPage()];
  await refused.route('**/api/events', (route) => route.fulfill({ status: 503 }));
  await refused.goto('/schedule');
  await refused.waitForResponse('**/api/events');
  await other.goto('/schedule');
  await expect.poll(streams).toEqual([other]);
});

interface Case {
  tabs: (visit: { id: string; startsAt: Date }) => string[];
  /** Acts of the other side, each with the sign that shows it in every tab. */
  acts: ((other: APIRequestContext, visit: { id: string; startsAt: Date; doctor: TestPerson }) => Promise<unknown>)[];
  signs: ((page: Page, me: TestPerson) => Promise<unknown>)[];
}

const post = async (by: APIRequestContext, path: string, data: object) => {
  const answer = await by.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
};
const rings = (count: string) => (page: Page) =>
  expect(page.getByRole('button', { name: `Requests: ${count}` })).toBeVisible();
const moved = ahead(30);

const CASES: Record<'patient' | 'doctor', Case> = {
  patient: {
    tabs: ({ id }) => ['/schedule', '/', `/appointments/${id}`],
    acts: [
      (doctor, { id }) => post(doctor, `/api/appointments/${id}/confirm`, { revision: 1 }),
      (doctor, { id }) =>
        post(doctor, `/api/appointments/${id}/reschedule`, { revision: 2, startsAt: moved.toISOString() }),
    ],
    signs: [
      (page) => expect(page.getByText('Confirmed', { exact: true }).first()).toBeVisible(),
      (page, { zone }) => expect(page.getByText(clockIn(zone, moved)).first()).toBeVisible(),
    ],
  },
  doctor: {
    tabs: ({ id, startsAt }) => [`/?week=${startsAt.toISOString().slice(0, 10)}`, '/requests', `/appointments/${id}`],
    acts: [
      (patient, { doctor }) =>
        post(patient, '/api/appointments', {
          doctorId: doctor.id,
          startsAt: moved.toISOString(),
          visitType: 'video',
          reason: 'Palpitations',
        }),
      (patient, { id }) => post(patient, `/api/appointments/${id}/cancel`, { revision: 1 }),
    ],
    signs: [rings('2 wait for you'), rings('1 waits for you')],
  },
};

for (const [role, { tabs, acts, signs }] of Object.entries(CASES)) {
  test(`twelve tabs of a ${role} share one stream, stay quick and show what happens`, async ({
    make,
    signIn,
    context,
    anotherBrowser,
  }) => {
    test.setTimeout(120_000);
    const visit = await make.appointment({ startsAt: ahead(26), length: 50, status: 'PENDING' });
    const [me, other] = role === 'patient' ? [visit.patient, visit.doctor] : [visit.doctor, visit.patient];
    const theirs = await anotherBrowser();
    await Promise.all([signIn(me), signIn(other, theirs)]);
    const holders = watchStreams(context);
    const paths = tabs(visit);
    const two: [string, string] = [paths[0] ?? '/', paths[2] ?? '/'];

    const first = await context.newPage();
    const alone = await quickest(first, two);
    const pages = [first];
    while (pages.length < TABS) {
      const page = await context.newPage();
      await page.goto(paths[pages.length % paths.length] ?? '/');
      pages.push(page);
    }
    await expect.poll(() => holders()).toHaveLength(1);
    const twelfth = pages.at(-1) as Page;
    const among = await quickest(twelfth, two);
    // The tabs wait for each other only where they share the machine.
    expect(among, `alone ${alone} ms`).toBeLessThan(5 * alone);
    await expect.poll(() => holders()).toHaveLength(1);

    for (const page of pages) await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    const everywhere = async (sign: Case['signs'][number] | undefined) => {
      for (const page of pages) {
        await sign?.(page, me);
        expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
      }
    };
    await acts[0]?.(theirs.request, visit);
    await everywhere(signs[0]);

    const [leader] = holders();
    await leader?.close();
    pages.splice(pages.indexOf(leader as Page), 1);
    await expect.poll(() => holders()).toHaveLength(1);
    expect(pages).toContain(holders()[0]);
    await acts[1]?.(theirs.request, visit);
    await everywhere(signs[1]);
  });
}

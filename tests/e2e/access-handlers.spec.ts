import { randomUUID } from 'node:crypto';
import { PAGE_OF } from '@/lib/platform/page-headers';
import { SECRET, type Visitor } from './access/cast';
import { changedTables, rowsAbout } from './access/database';
import { test } from './access/fixtures';
import { fill, given } from './access/given';
import { HANDLERS, METHODS, REFUSED } from './access/handlers';
import { expect } from './support/fixtures';
import { expectProblem } from './support/problems';

// Every handler of the build × each of its methods × every kind of actor. That the table is complete is checked with the pages.

/** The status of an answer that goes on until it is left. */
async function statusOfEndless({ request }: Visitor, url: string): Promise<number> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const leave = new AbortController();
  const { status } = await fetch(url, { headers: { cookie }, signal: leave.signal });
  leave.abort();
  return status;
}

for (const [name, { path, operations }] of Object.entries(HANDLERS)) {
  for (const method of METHODS) {
    const operation = operations[method];
    if (!operation) continue;
    const { given: state = {}, query, body, who, changes, tells = [], endless } = operation;
    test(`who may ${method} ${name}`, async ({ cast, make, prisma, stack }) => {
      for (const visitor of cast.visitors) {
        const { kind, label, request, pair } = visitor;
        const subject = await given(prisma, make, visitor, state);
        const url = `${fill(path, subject)}${query?.(subject) ?? ''}`;
        const outcome = who[kind];
        if (endless && typeof outcome === 'number') {
          expect.soft(await statusOfEndless(visitor, `${stack.baseUrl}${url}`), label).toBe(outcome);
        } else {
          const ids = [...cast.ids, subject.id];
          const before = await rowsAbout(prisma, ids);
          const data = method === 'GET' ? undefined : ((await body?.(subject)) ?? {});
          if (who.signedOut === 'signed_out' && kind !== 'signedOut') {
            const headers = { [PAGE_OF]: randomUUID() };
            const others = await request.fetch(url, { method, data, headers, maxRedirects: 0 });
            await expectProblem(others, 401, 'signed_out');
            expect.soft(changedTables(before, await rowsAbout(prisma, ids)), `${label}, another’s page`).toEqual([]);
          }
          const answer = await request.fetch(url, { method, data, maxRedirects: 0 });
          if (typeof outcome === 'number') expect.soft(answer.status(), label).toBe(outcome);
          else await expectProblem(answer, REFUSED[outcome], outcome);
          const text = await answer.text();
          expect.soft(text.includes(SECRET), `${label}: the reason of the visit`).toBe(tells.includes(kind));
          if (typeof outcome === 'string') expect.soft(text, label).not.toContain(pair.patient.name);
          const changed = changedTables(before, await rowsAbout(prisma, ids));
          const allowed = changes && typeof outcome === 'number';
          if (allowed) expect.soft(changed, label).toContain(changes);
          else expect.soft(changed, label).toEqual([]);
        }
        await prisma.appointment.deleteMany({ where: { patientId: { in: cast.ids } } });
      }
    });
  }

  test(`what ${name} answers to other methods`, async ({ request, make }) => {
    const { id, doctor } = await make.appointment({ reason: SECRET });
    const here = path.replaceAll(':id', id).replaceAll(':doctor', doctor.id);
    for (const method of METHODS.filter((other) => !operations[other])) {
      const answer = await request.fetch(here, { method, data: method === 'GET' ? undefined : {} });
      expect.soft(answer.status(), method).toBe(405);
      expect.soft(await answer.text(), method).not.toContain(SECRET);
    }
  });
}

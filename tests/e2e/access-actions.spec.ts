import { randomUUID } from 'node:crypto';
import { callAction, expectOutcome } from './access/act';
import { ACTIONS } from './access/actions';
import { expectComplete } from './access/complete';
import { changedTables, rowsAbout } from './access/database';
import { test } from './access/fixtures';
import { fill, given } from './access/given';
import { PAGES } from './access/pages';
import { actionsOf } from './support/build';
import { expect } from './support/fixtures';
import { stackUnderTest } from './support/stack';

// Every server action of the build × every kind of actor, with arguments that would do: what is refused is refused for who asks.

const BUILT = actionsOf(stackUnderTest().dist);
const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

test('every server action of the build is known', () => {
  expectComplete([...new Set(BUILT.map(({ name }) => name))], Object.keys(ACTIONS), 'actions.ts');
});

for (const [name, cases] of Object.entries(ACTIONS)) {
  for (const [index, { given: state = {}, args, form, bound, who, changes, ownCast }] of [cases].flat().entries()) {
    const number = Array.isArray(cases) ? ` (${index + 1} of ${cases.length})` : '';
    test(`who may call ${name}${number}`, async ({ cast: shared, newCast, make, prisma }) => {
      // The same action may be built more than once, and be called at the address of every page that has it.
      const builds = BUILT.filter((action) => action.name === name);
      expect(builds).not.toEqual([]);
      const cast = ownCast ? await newCast() : shared;
      for (const visitor of cast.visitors) {
        const { kind, label } = visitor;
        const outcome = who[kind];
        const [first] = builds;
        // Whoever is refused is refused wherever it is called; done once it is done.
        const calls = builds.flatMap(({ id, pages }) => pages.map((page) => ({ id, page })));
        const tried =
          kind === 'signedOut' && outcome === 'signIn' ? calls : [{ id: first?.id ?? '', page: first?.pages[0] ?? '' }];
        const subject = await given(prisma, make, visitor, state);
        const made = (await args?.(subject, prisma)) ?? [];
        const ids = [...cast.ids, subject.id, ...(JSON.stringify(made).match(IDS) ?? [])];
        const before = await rowsAbout(prisma, ids);
        // From a page of somebody else's, nothing is done that takes being signed in.
        if (who.signedOut === 'signIn' && outcome !== 'signIn') {
          const { id, page } = tried[0] ?? { id: '', page: '' };
          const path = fill(PAGES[page]?.path ?? page, subject);
          const answer = await callAction(visitor, { id, path, args: made, form, bound, of: randomUUID() });
          expect.soft(answer.headers()['x-action-redirect'], `${label}, another’s page`).toBe('/someone-else;push');
          expect.soft(changedTables(before, await rowsAbout(prisma, ids)), `${label}, another’s page`).toEqual([]);
        }
        for (const { id, page } of tried) {
          const path = fill(PAGES[page]?.path ?? page, subject);
          const answer = await callAction(visitor, { id, path, args: made, form, bound });
          await expectOutcome(answer, outcome, `${label} at ${path}`);
        }
        const changed = changedTables(before, await rowsAbout(prisma, ids));
        if (changes && typeof outcome === 'object' && outcome.changes) expect.soft(changed, label).toContain(changes);
        else expect.soft(changed, label).toEqual([]);
        await prisma.appointment.deleteMany({ where: { patientId: { in: cast.ids } } });
      }
    });
  }
}

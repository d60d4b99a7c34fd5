import { expect, it } from 'vitest';
import type { Link } from '@/components/call/session/states';
import { type News, newsOf } from './news';

const moment = (names: string[], link: Link = 'up') => ({
  here: names.map((name) => ({ identity: name.toLowerCase(), name })),
  link,
});
const came = (name: string): News => ({ kind: 'came', name });
const went = (name: string): News => ({ kind: 'went', name });

it.each([
  ['nothing', moment(['Ana']), moment(['Ana']), []],
  ['one came', moment([]), moment(['Ana']), [came('Ana')]],
  ['two came', moment(['Ana']), moment(['Ana', 'Ben', 'Cy']), [came('Ben'), came('Cy')]],
  ['one of two went', moment(['Ana', 'Ben']), moment(['Ben']), [went('Ana')]],
  ['one went, another came', moment(['Ana']), moment(['Bea']), [went('Ana'), came('Bea')]],
  ['one was there before', moment([], 'connecting'), moment(['Ana']), [came('Ana')]],
  ['the connection is back', moment(['Ana'], 'restoring'), moment(['Ana']), [{ kind: 'restored' }]],
  ['the connection is back, and someone new', moment([], 'restoring'), moment(['Ana']), [{ kind: 'restored' }]],
  ['the connection is back, and someone is gone', moment(['Ana'], 'restoring'), moment([]), [went('Ana')]],
] as const)('%s', (_title, before, now, news) => expect(newsOf(before, now)).toEqual(news));

it('tells people of one name apart', () => {
  const here = (identity: string) => ({ here: [{ identity, name: 'Ana' }], link: 'up' as const });
  expect(newsOf(here('1'), here('2'))).toEqual([went('Ana'), came('Ana')]);
});

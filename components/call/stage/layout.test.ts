import { expect, it } from 'vitest';
import { type Layout, large, layout, type Scene } from './layout';

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const faces = (large: string[], beside: string[] = []): Layout => ({ kind: 'faces', large, beside });
const screen = (identity: string, beside: string[]): Layout => ({ kind: 'screen', identity, beside });

const table: [title: string, scene: Partial<Scene>, drawn: Layout][] = [
  ['nobody', {}, { kind: 'waiting' }],
  [
    'nobody, though someone shared, spoke and was pinned',
    { sharing: ['a'], speaker: 'a', pinned: 'a' },
    { kind: 'waiting' },
  ],
  ['one', { here: ['a'] }, faces(['a'])],
  ['one who speaks and is pinned', { here: ['a'], speaker: 'a', pinned: 'a' }, faces(['a'])],
  ['one who shares', { here: ['a'], sharing: ['a'] }, screen('a', ['a'])],
  ['two', { here: ['a', 'b'] }, faces(['a', 'b'])],
  ['two, one speaks', { here: ['a', 'b'], speaker: 'b' }, faces(['a', 'b'])],
  ['two, one pinned', { here: ['a', 'b'], pinned: 'b' }, faces(['b'], ['a'])],
  ['two, one shares', { here: ['a', 'b'], sharing: ['b'] }, screen('b', ['b', 'a'])],
  ['two, both share', { here: ['a', 'b'], sharing: ['b', 'a'] }, screen('a', ['a', 'b'])],
  ['two, both share, one pinned', { here: ['a', 'b'], sharing: ['a', 'b'], pinned: 'b' }, screen('b', ['b', 'a'])],
  ['two, one shares, the other pinned', { here: ['a', 'b'], sharing: ['a'], pinned: 'b' }, screen('a', ['a', 'b'])],
  ['one, a screen of someone who left', { here: ['a'], sharing: ['z'] }, faces(['a'])],
  ['two, someone pinned who left', { here: ['a', 'b'], pinned: 'z' }, faces(['a', 'b'])],
  ['four', { here: ['a', 'b', 'c', 'd'], speaker: 'c' }, faces(['a', 'b', 'c', 'd'])],
  ['five, nobody spoke', { here: ['a', 'b', 'c', 'd', 'e'] }, faces(['a'], ['b', 'c', 'd', 'e'])],
  ['five, one speaks', { here: ['a', 'b', 'c', 'd', 'e'], speaker: 'c' }, faces(['c'], ['a', 'b', 'd', 'e'])],
  [
    'five, someone spoke who left',
    { here: ['a', 'b', 'c', 'd', 'e'], speaker: 'z' },
    faces(['a'], ['b', 'c', 'd', 'e']),
  ],
  [
    'seven, one speaks, one pinned',
    { here: seven, speaker: 'c', pinned: 'g' },
    faces(['g'], ['a', 'b', 'c', 'd', 'e', 'f']),
  ],
  [
    'seven, one shares',
    { here: seven, sharing: ['d'], speaker: 'a' },
    screen('d', ['d', 'a', 'b', 'c', 'e', 'f', 'g']),
  ],
];

it.each(table)('%s', (_title, scene, drawn) => {
  expect(layout({ here: [], sharing: [], speaker: null, pinned: null, ...scene })).toEqual(drawn);
});

it.each([
  [{ kind: 'waiting' } as const, []],
  [faces(['a', 'b'], ['c']), ['a', 'b']],
  [screen('b', ['b', 'a']), ['b']],
])('large places of %j', (drawn, identities) => expect(large(drawn)).toEqual(identities));

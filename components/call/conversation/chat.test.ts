import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChatMessage,
  earlier,
  isAnswer,
  LONGEST_ANSWER,
  LONGEST_MESSAGE,
  LONGEST_PACKET,
  merge,
  packPacket,
  parsePacket,
  portions,
  received,
  type Told,
  toldTo,
  waiting,
  within,
} from './chat';

const message = (id: string, at: number, from = 'a', to: string[] = ['b']): ChatMessage => ({
  ...{ id, at, from, text: id, to },
});
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('merge', () => {
  it('puts what a peer tells again where it belongs, once', () => {
    const had = [message('1', 10), message('3', 30)];
    const merged = merge(had, [message('1', 10), message('2', 20), message('2', 20)]);
    expect(merged.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
  it('gives the same list back when nothing is new', () => {
    const had = [message('1', 10)];
    expect(merge(had, [message('1', 10)])).toBe(had);
  });
  it('tells the same id of two people apart', () => {
    expect(merge([message('1', 10, 'a')], [message('1', 11, 'b')])).toHaveLength(2);
  });
  it('keeps the newest of each, so that nobody’s words drive out another’s', () => {
    const hers = [message('hers', 1, 'ana')];
    const merged = merge(
      hers,
      Array.from({ length: 600 }, (_, at) => message(`m${at}`, 10 + at, 'ben')),
    );
    expect(merged.map(({ from }) => from).filter((from) => from === 'ben')).toHaveLength(250);
    expect([merged.at(0)?.id, merged.at(-1)?.id]).toEqual(['hers', 'm599']);
  });
});

describe('what is kept', () => {
  const told = (id: string, at: number, from: string, text = id): ChatMessage => ({
    ...message(id, at, from, ['me']),
    ...{ text, teller: 'ana' },
  });
  const many = (count: number, make: (index: number) => ChatMessage) =>
    Array.from({ length: count }, (_, i) => make(i));

  it('of somebody’s words is what came of them, whatever another told before or after', () => {
    const had = merge([], [told('1', 5, 'ben', 'made up')]);
    const truth = { ...message('1', 90, 'ben', ['me']), text: 'said' };
    expect(merge(had, [truth])).toEqual([{ ...truth, at: 5 }]);
    const said = merge([], [truth]);
    expect(merge(said, [told('1', 5, 'ben', 'made up')])).toBe(said);
  });

  it('is not driven out by what another tells in somebody’s name', () => {
    const mine = many(200, (i) => message(`mine ${i}`, i, 'me', ['ana']));
    const merged = merge(
      mine,
      many(2_000, (i) => told(`made up ${i}`, 10_000 + i, 'me')),
    );
    expect(merged.filter(({ teller }) => !teller)).toEqual(mine);
    expect(merged).toHaveLength(450);
  });

  it('has a bound in characters, of one and in all; the newest stay, and what came of its writer before what was told', () => {
    const long = 'x'.repeat(LONGEST_MESSAGE);
    const size = (messages: readonly ChatMessage[]) => JSON.stringify(messages).length;
    const hers = merge(
      [],
      many(250, (i) => ({ ...message(`${i}`, i, 'ana', ['me']), text: long })),
    );
    expect(size(hers)).toBeLessThan(120_000);
    expect(hers.at(-1)?.id).toBe('249');
    const people = ['me', 'ana', 'ben', 'cem', 'dan', 'eva'];
    const mine = many(20, (i) => message(`mine ${i}`, i, 'me', ['ana']));
    const all = merge(
      mine,
      people.flatMap((from) => many(250, (i) => told(`${i}`, 1_000 + i, from, long))),
    );
    expect(size(all)).toBeLessThan(480_000);
    expect(all.filter(({ teller }) => !teller)).toEqual(mine);
    // More of the same is no news.
    expect(merge(all, [told('0', 1_000, 'ana', long)])).toBe(all);
  });

  it('can be told to one person in one answer', () => {
    const longest = '\u4e00'.repeat(LONGEST_MESSAGE);
    const all = merge(
      [],
      ['ana', 'ben', 'cem', 'dan'].flatMap((from) =>
        many(250, (i) => ({ ...message(`${from} ${i}`, i, from, ['me']), text: i % 2 ? longest : 'yes' })),
      ),
    );
    const packets = portions(toldTo(all, 'me', 'eva')).map((messages) =>
      packPacket({ kind: 'told', messages, last: true, hand: false, since: null }),
    );
    expect(packets.length).toBeLessThanOrEqual(LONGEST_ANSWER.packets);
    expect(packets.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThanOrEqual(LONGEST_ANSWER.bytes);
  });
});

describe('receipts', () => {
  it('are noted for one’s own, of those to whom it was written, once', () => {
    const had = [message('1', 1, 'me', ['ana', 'ben']), message('1', 2, 'ana', ['me'])];
    const [mine, hers] = received(had, 'me', ['1'], 'ana');
    expect([mine?.got, hers?.got]).toEqual([['ana'], undefined]);
    expect(mine && waiting(mine)).toEqual(['ben']);
    const again = received(had, 'me', ['1'], 'ana');
    expect(received(again, 'me', ['1'], 'ana')).toBe(again);
    expect(received(had, 'me', ['1'], 'a stranger')).toBe(had);
  });
});

describe('what somebody is told', () => {
  it('is nothing that another says one wrote oneself: that would vouch for it', () => {
    const had = [{ ...message('forged', 1, 'me', ['luis', 'new']), teller: 'luis', got: ['luis'] }];
    expect(toldTo(had, 'new', 'me')).toEqual([]);
    expect(toldTo(had, 'luis', 'me').map(({ id }) => id)).toEqual(['forged']);
  });

  it('is what was written to or by them, without what only concerns whoever tells', () => {
    const had = [
      message('to the former doctor', 1, 'me', ['former']),
      { ...message('to both', 2, 'me', ['former', 'new']), got: ['former'] },
      { ...message('of the former', 3, 'former', ['me']), name: 'Dr Former' },
      message('of the new one', 4, 'new', ['me']),
    ];
    expect(toldTo(had, 'new', 'me').map(({ id }) => id)).toEqual(['to both', 'of the new one']);
    expect(Object.keys(toldTo(had, 'new', 'me')[0] ?? {}).sort()).toEqual(['at', 'from', 'id', 'text', 'to']);
  });

  it('goes in portions that a packet takes, all of it, in order, whatever was written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: LONGEST_MESSAGE, size: 'max' }), { maxLength: 12 }),
        (texts) => {
          const told: Told[] = texts.map((text, at) => ({
            ...message(`${at}`, at),
            text: text.slice(0, LONGEST_MESSAGE),
          }));
          const found = portions(told);
          expect(found.flat()).toEqual(told);
          expect(found.length).toBeGreaterThan(0);
          for (const messages of found) {
            const packed = packPacket({ kind: 'told', messages, last: true, hand: false, since: null });
            expect(packed.byteLength).toBeLessThanOrEqual(LONGEST_PACKET);
          }
        },
      ),
      { numRuns: 60 },
    ));
});

describe('parsePacket', () => {
  it.each([
    { kind: 'chat', id: 'x', text: 'hello', at: 5, to: ['b'] },
    { kind: 'state', hand: true, since: null },
    { kind: 'ask' },
    { kind: 'got', ids: ['1', '2'] },
    {
      kind: 'told',
      messages: [{ id: '1', from: 'a', text: 'x', at: 1, to: ['b'] }],
      last: true,
      hand: false,
      since: 4,
    },
  ] as const)('reads what packPacket wrote: $kind', (packet) =>
    expect(parsePacket(packPacket(packet))).toEqual(packet),
  );
  it('knows an answer before it is read', () => {
    const state = { hand: true, since: null };
    expect(isAnswer(packPacket({ messages: [], last: true, ...state, kind: 'told' }))).toBe(true);
    expect(isAnswer(packPacket({ ...state, kind: 'state' }))).toBe(false);
    expect(isAnswer(new Uint8Array())).toBe(false);
  });
  it('refuses a message of which nothing could be seen', () =>
    expect(parsePacket(bytes({ kind: 'chat', id: 'x', text: ' \u200b\u2800\u202e', at: 1 }))).toBeNull());
  it('reads a message of release 0.1.0, which does not say to whom it is', () =>
    expect(parsePacket(bytes({ kind: 'chat', id: 'x', text: 'y', at: 1 }))).toMatchObject({ id: 'x', to: [] }));
  it.each([
    ...[null, 7, 'chat', [], {}, { kind: 'chat', id: 1, text: 'x', at: 1 }, { kind: 'state', hand: 'yes' }],
    ...[{ kind: 'chat', id: '', text: 'x', at: 1 }, { kind: 'told', messages: {}, hand: true }, { kind: 'told' }],
  ])('refuses %j', (value) => expect(parsePacket(bytes(value))).toBeNull());
  it('refuses what is no JSON, and what is longer than any of ours before it is read', () => {
    expect(parsePacket(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(parsePacket(bytes({ kind: 'ask', more: 'x'.repeat(LONGEST_PACKET) }))).toBeNull();
  });
  it('leaves out of an answer what is no message', () =>
    expect(
      parsePacket(bytes({ kind: 'told', messages: [1, null, { id: 'x' }], last: 1, hand: false, since: 'x' })),
    ).toEqual({ kind: 'told', messages: [], last: false, hand: false, since: null }));
  it('cuts a text that is too long', () => {
    const packet = parsePacket(bytes({ kind: 'chat', id: 'x', text: 'y'.repeat(9999), at: 1 }));
    expect(packet).toMatchObject({ text: 'y'.repeat(LONGEST_MESSAGE) });
  });
});

describe('times', () => {
  it('that others say are taken within those in which they can have been', () => {
    expect([within(1, 10, 20), within(15, 10, 20), within(99, 10, 20)]).toEqual([10, 15, 20]);
  });
  it('begin with the earlier', () => {
    expect([earlier(100, 50), earlier(50, 100), earlier(null, 100), earlier(100, null), earlier(null, null)]).toEqual([
      ...[50, 50, 100, 100, null],
    ]);
  });
});

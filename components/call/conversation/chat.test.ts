import { describe, expect, it } from 'vitest';
import { type ChatMessage, earlier, LONGEST_MESSAGE, merge, packPacket, parsePacket } from './chat';

const message = (id: string, at: number, from = 'a'): ChatMessage => ({ id, at, from, text: id });
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
  it('keeps the newest when there are too many', () => {
    const merged = merge(
      [],
      Array.from({ length: 600 }, (_, at) => message(`m${at}`, at)),
    );
    expect(merged).toHaveLength(500);
    expect(merged.at(-1)?.id).toBe('m599');
  });
});

describe('parsePacket', () => {
  it('reads what packPacket wrote', () => {
    const chat = { kind: 'chat', id: 'x', text: 'hello', at: 5 } as const;
    const state = { kind: 'state', hand: true, since: null } as const;
    expect(parsePacket(packPacket(chat))).toEqual(chat);
    expect(parsePacket(packPacket(state))).toEqual(state);
  });
  it.each([null, 7, 'chat', [], {}, { kind: 'chat', id: 1, text: 'x', at: 1 }, { kind: 'state', hand: 'yes' }])(
    'refuses %j',
    (value) => expect(parsePacket(bytes(value))).toBeNull(),
  );
  it('refuses what is no JSON', () => expect(parsePacket(new Uint8Array([1, 2, 3]))).toBeNull());
  it('cuts a text that is too long', () => {
    const packet = parsePacket(bytes({ kind: 'chat', id: 'x', text: 'y'.repeat(9999), at: 1 }));
    expect(packet).toMatchObject({ text: 'y'.repeat(LONGEST_MESSAGE) });
  });
});

describe('earlier', () => {
  it('takes the earlier beginning', () => {
    expect(earlier(100, 50, 1000)).toBe(50);
    expect(earlier(50, 100, 1000)).toBe(50);
    expect(earlier(null, 100, 1000)).toBe(100);
    expect(earlier(100, null, 1000)).toBe(100);
  });
  it('ignores a beginning in the future', () => expect(earlier(100, 99_999, 1000)).toBe(100));
});

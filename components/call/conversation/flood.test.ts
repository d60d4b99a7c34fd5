import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom } from '@/tests/support/fake-room';
import type { Told } from './chat';
import { Conversation } from './conversation';

const OPENS = 900_000;

/** Me in a call with Ana, who means no good; Ben is on the roster, and Cem is in the room. */
async function setUp() {
  const room = new FakeRoom();
  const memory = freshMemory();
  let time = 1_000_000;
  const conversation = new Conversation({
    ...{ room: room.asRoom, memory, key: 'visit-me', me: 'me', opensAt: OPENS },
    roster: () => ['me', 'ana', 'ben'],
    now: () => time,
  });
  conversation.attach();
  await room.connect('wss://sfu', 'token');
  room.come('ana', 'Ana');
  room.come('cem', 'Cem');
  const { sent } = room.localParticipant;
  const texts = () => conversation.store.get().messages.map(({ from, text }) => `${from}: ${text}`);
  const later = (ms: number) => {
    time += ms;
    vi.advanceTimersByTime(ms);
  };
  const asked = () => sent.filter(({ packet, to }) => packet.kind === 'ask' && to === 'ana').length;
  const tell = (messages: Told[], last = false, hand = false) =>
    room.hear('ana', { kind: 'told', messages, last, hand, since: null });
  return { room, memory, conversation, sent, texts, later, asked, tell };
}

let number = 0;
const told = (from: string, text: string, to = ['me']): Told => ({ id: `${++number}`, from, text, at: 950_000, to });
const some = (count: number, from: () => string) => Array.from({ length: count }, () => told(from(), 'x'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('of an answer only that is taken which was written to or by the person here, by somebody of whom they know', async () => {
  const { room, texts, tell, conversation } = await setUp();
  room.hear('cem', { kind: 'chat', id: 'c', text: 'I leave', at: 1, to: ['me'] });
  room.go('cem');
  tell(
    [
      ...[told('ana', 'hers'), told('ana', 'hers to Ben', ['ben']), told('ben', 'of the roster')],
      ...[told('cem', 'whose words are here'), told('somebody', 'of nobody'), told('me', 'mine', ['ana'])],
      ...[told('me', 'mine, of release 0.1.0', []), told('ben', 'to whom?', [])],
    ],
    true,
  );
  expect(texts().slice(0, -1)).toEqual([
    ...['ana: hers', 'ben: of the roster', 'cem: whose words are here', 'me: mine', 'me: mine, of release 0.1.0'],
  ]);
  expect(conversation.store.get().messages.map(({ teller }) => teller)).toEqual([
    ...[undefined, 'ana', 'ana', 'ana', 'ana', undefined],
  ]);
});

it('a flood of words of invented people leaves what was said, and is written down once at most', async () => {
  const { room, memory, conversation, texts, tell } = await setUp();
  conversation.say('mine');
  room.hear('ana', { kind: 'chat', id: '1', text: 'hers', at: 1, to: ['me'] });
  const keep = vi.spyOn(memory, 'keepConversation');
  for (let packet = 0; packet < 190; packet++) tell(some(140, () => `nobody ${++number}`));
  expect(texts()).toEqual(['me: mine', 'ana: hers']);
  expect(keep.mock.calls.length).toBeLessThan(2);
});

it('a flood of words of people who are there is bounded, and drives out nobody’s own', async () => {
  const { room, memory, conversation, texts, tell } = await setUp();
  conversation.say('mine');
  room.hear('cem', { kind: 'chat', id: '1', text: 'his', at: 1, to: ['me'] });
  const keep = vi.spyOn(memory, 'keepConversation');
  const people = ['me', 'ana', 'ben', 'cem'];
  for (let packet = 0; packet < 190; packet++) tell(some(140, () => people[++number % 4] as string));
  expect(texts().length).toBeLessThanOrEqual(1_000);
  expect(texts()).toEqual(expect.arrayContaining(['me: mine', 'cem: his']));
  expect(keep.mock.calls.length).toBeLessThan(2);
});

it('whoever leaves and comes back may tell no more than before', async () => {
  const { room, texts, tell } = await setUp();
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  let read = 0;
  for (let time = 0; time < 20; time++) {
    for (let packet = 0; packet < 100; packet++) {
      const before = decode.mock.calls.length;
      tell([told('ana', 'x'.repeat(2_000))]);
      // Receipts that the room takes are read by the tests' own room.
      if (decode.mock.calls.length > before) read++;
    }
    room.go('ana');
    room.come('ana', 'Ana');
  }
  decode.mockRestore();
  expect(read).toBe(400);
  expect(texts().length).toBeLessThanOrEqual(250);
});

it('messages that are new are counted over all answers, and what is here already is not', async () => {
  const { room, conversation, tell, later } = await setUp();
  const set = vi.spyOn(conversation.store, 'set');
  const again = () => {
    room.go('ana');
    room.come('ana', 'Ana');
  };
  const same = some(200, () => 'ana');
  for (let time = 0; time < 8; time++) {
    tell(same, true);
    again();
  }
  expect(conversation.store.get().messages).toHaveLength(200);
  for (let time = 0; time < 8; time++) {
    tell(
      some(200, () => 'ana'),
      true,
    );
    again();
  }
  // 200 and four times 200 of them.
  const changes = set.mock.calls.length;
  tell([told('ana', 'too much')], true);
  expect(set.mock.calls.length).toBe(changes);
  again();
  later(1_000);
  tell([told('ana', 'a moment later')], true);
  expect(conversation.store.get().messages.some(({ text }) => text === 'a moment later')).toBe(true);
});

it('an answer in portions is taken as one, at its end or when its teller goes', async () => {
  const { room, memory, sent, texts, tell } = await setUp();
  const keep = vi.spyOn(memory, 'keepConversation');
  tell([told('ana', 'first')]);
  tell([told('me', 'second', ['ana'])]);
  expect(texts()).toEqual([]);
  tell([told('ana', 'third')], true, true);
  expect(texts()).toEqual(['ana: first', 'me: second', 'ana: third']);
  expect(keep).toHaveBeenCalledTimes(1);
  expect(sent.filter(({ packet }) => packet.kind === 'got')).toHaveLength(1);
  room.go('ana');
  room.come('ana', 'Ana');
  tell([told('ana', 'fourth')], false, true);
  room.go('ana');
  expect(texts().at(-1)).toBe('ana: fourth');
});

it('whoever is in the middle of an answer is not asked again', async () => {
  const { tell, later, asked } = await setUp();
  later(1_000);
  expect(asked()).toBe(2);
  for (let second = 0; second < 30; second++) {
    tell([told('ana', `${second}`)]);
    later(1_000);
  }
  expect(asked()).toBe(2);
  later(1_000);
  expect(asked()).toBe(3);
});

it('no packet passes by the bounds of its kind', async () => {
  const { room, texts, tell } = await setUp();
  const send = (json: string) => {
    const bytes = new TextEncoder().encode(json);
    room.emit('dataReceived', bytes, room.remoteParticipants.get('ana'), undefined, 'anteroom');
  };
  send('{"kind":"told","kind":"chat","id":"1","text":"no answer","at":1,"to":["me"]}');
  send(` ${JSON.stringify({ kind: 'told', messages: [told('ana', 'no answer')], last: true, hand: false })}`);
  expect(texts()).toEqual([]);
  tell([told('ana', 'an answer')], true);
  expect(texts()).toEqual(['ana: an answer']);
});

it('whoever asks without end is not sent all of it without end', async () => {
  const { room, conversation, sent, later } = await setUp();
  for (let i = 0; i < 60; i++) conversation.say('x'.repeat(2_000));
  sent.length = 0;
  for (let time = 0; time < 60; time++) {
    room.hear('ana', { kind: 'ask' });
    later(2_000);
  }
  const told = sent.filter(({ packet }) => packet.kind === 'told');
  const bytes = told.reduce((sum, { packet }) => sum + JSON.stringify(packet).length, 0);
  // At once, and 10 kB a second.
  expect(bytes).toBeLessThan(1_500_000 + 120 * 10_000);
  expect(bytes).toBeGreaterThan(1_500_000);
});

import { RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom } from '@/tests/support/fake-room';
import { type ChatMessage, parsePacket, type Told, waiting } from './chat';
import { Conversation } from './conversation';

const OPENS = 900_000;

function setUp(memory = freshMemory()) {
  const room = new FakeRoom();
  let time = 1_000_000;
  const roster = ['me', 'ana'];
  const conversation = new Conversation({
    ...{ room: room.asRoom, memory, key: 'visit-me', me: 'me', opensAt: OPENS },
    roster: () => roster,
    now: () => time,
  });
  conversation.attach();
  const state = () => conversation.store.get();
  const texts = () => state().messages.map(({ from, text }) => `${from}: ${text}`);
  const { sent } = room.localParticipant;
  const chats = () =>
    sent.flatMap(({ packet, to }) => (packet.kind === 'chat' ? [`${packet.text} > ${to ?? 'all'}`] : []));
  const kinds = (to: string) => sent.flatMap(({ packet, to: whom }) => (whom === to ? [packet.kind] : []));
  const told = (to: string) =>
    sent.flatMap(({ packet, to: whom }) =>
      packet.kind === 'told' && whom === to ? packet.messages.map(({ text }) => text) : [],
    );
  const later = (ms: number) => {
    time += ms;
    vi.advanceTimersByTime(ms);
  };
  return { room, memory, conversation, roster, state, texts, sent, chats, kinds, told, later, now: () => time };
}

/** A message as somebody sends it. */
const said = (id: string, text = id, to = ['me'], at = 1) => ({ kind: 'chat', id, text, at, to }) as const;
const answer = (messages: Told[], last = true) => ({ kind: 'told', messages, last, hand: false, since: null }) as const;

/** Whatever somebody may send. */
const hearRaw = (room: FakeRoom, from: string, packet: unknown) =>
  room.emit(
    RoomEvent.DataReceived,
    new TextEncoder().encode(JSON.stringify(packet)),
    room.remoteParticipants.get(from),
    undefined,
    'anteroom',
  );

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function talking() {
  const all = setUp();
  await all.room.connect('wss://sfu', 'token');
  all.room.come('ana', 'Ana');
  all.sent.length = 0;
  return all;
}

describe('chat', () => {
  it('goes to those to whom it is written, says who they are, and is shown at once', async () => {
    const { room, conversation, texts, state, roster } = await talking();
    const publish = vi.spyOn(room.localParticipant, 'publishData');
    roster.push('ben');
    room.has('cem');
    conversation.say('  hello  ');
    conversation.say('   ');
    conversation.say('\u200b\u2060');
    expect(texts()).toEqual(['me: hello']);
    expect(state().messages[0]?.to).toEqual(['ana', 'cem', 'ben']);
    expect(publish.mock.calls.map(([, { destinationIdentities }]) => destinationIdentities)).toEqual([
      ['ana', 'cem', 'ben'],
    ]);
  });

  it('goes to nobody where there is nobody to whom it could be written', async () => {
    const { conversation, roster, sent, texts } = setUp();
    roster.splice(1);
    conversation.say('hello?');
    expect([texts(), sent]).toEqual([['me: hello?'], []]);
  });

  it('that was written to others is not taken; that of release 0.1.0, which does not say to whom, is', async () => {
    const { room, texts, state, kinds } = await talking();
    room.hear('ana', said('1', 'to the former doctor', ['former', 'ana']));
    expect([texts(), state().unread, kinds('ana')]).toEqual([[], 0, []]);
    room.hear('ana', said('2', 'to both', ['former', 'me']));
    room.hear('ana', said('3', 'to whom?', []));
    expect(texts()).toEqual(['ana: to both', 'ana: to whom?']);
    expect(state().messages.at(-1)?.to).toEqual(['me']);
  });

  it('is shown under the identity and the name that the room vouches for', async () => {
    const { room, state, texts } = await talking();
    room.come('ben', 'Ben');
    room.hear('ana', said('1', 'I am Ana'));
    room.hear('ben', said('1', 'I am Ben'));
    expect(texts()).toEqual(['ana: I am Ana', 'ben: I am Ben']);
    expect(state().messages.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  });

  it('has the time and the order in which it came, whatever its writer says', async () => {
    const { room, state, texts, now, later } = await talking();
    room.hear('ana', said('1', 'dated ahead', ['me'], 9e15));
    later(1_000);
    room.hear('ana', said('2', 'dated back', ['me'], 1));
    expect(texts()).toEqual(['ana: dated ahead', 'ana: dated back']);
    expect(state().messages.map(({ at }) => now() - at)).toEqual([1_000, 0]);
  });

  it('is acknowledged, and said not to have arrived until it is', async () => {
    const { room, conversation, state, sent, kinds } = await talking();
    room.hear('ana', said('1'));
    expect(sent.at(-1)).toEqual({ packet: { kind: 'got', ids: ['1'] }, to: 'ana' });
    conversation.say('mine');
    const mine = () => state().messages.find(({ from }) => from === 'me');
    expect(mine() && waiting(mine() as ChatMessage)).toEqual(['ana']);
    room.hear('ana', { kind: 'got', ids: [mine()?.id ?? ''] });
    expect(mine() && waiting(mine() as ChatMessage)).toEqual([]);
    expect(kinds('ana').filter((kind) => kind === 'chat')).toHaveLength(1);
  });

  it('is sent again to those who are there and do not have it, and to nobody else', async () => {
    const { room, conversation, roster, state, later } = await talking();
    roster.push('away');
    room.come('ben');
    const publish = vi.spyOn(room.localParticipant, 'publishData');
    conversation.say('mine');
    room.hear('ben', { kind: 'got', ids: [state().messages[0]?.id ?? ''] });
    later(5_000);
    const said = () =>
      publish.mock.calls.flatMap(([payload, { destinationIdentities }]) =>
        parsePacket(payload)?.kind === 'chat' ? [destinationIdentities] : [],
      );
    expect(said()).toEqual([['ana', 'ben', 'away'], ['ana']]);
    room.hear('ana', { kind: 'got', ids: [state().messages[0]?.id ?? ''] });
    later(20_000);
    expect(said()).toHaveLength(2);
  });

  it('is sent again no faster than it is let through, each in its turn', async () => {
    const { conversation, chats, later } = await talking();
    for (let i = 0; i < 25; i++) conversation.say(`${i}`);
    const first = chats().length;
    later(5_000);
    expect(chats().length - first).toBe(10);
    later(10_000);
    expect(new Set(chats().slice(first)).size).toBe(25);
  });

  it('counts as unread what comes while nobody reads, once for each message', async () => {
    const { room, conversation, state } = await talking();
    room.hear('ana', said('1'));
    room.hear('ana', said('1'));
    room.hear('ana', said('2'));
    conversation.say('own words are read');
    expect(state().unread).toBe(2);
    conversation.read(true);
    expect(state().unread).toBe(0);
    room.hear('ana', said('3'));
    expect(state().unread).toBe(0);
    conversation.read(false);
    room.hear('ana', said('4'));
    expect(state().unread).toBe(1);
  });

  it('survives a reload of the tab', async () => {
    const { room, conversation, memory, state } = await talking();
    room.hear('ana', said('1', 'hers'));
    conversation.say('mine');
    const { since } = state();
    const reloaded = setUp(memory);
    expect(reloaded.texts()).toEqual(['ana: hers', 'me: mine']);
    expect(reloaded.state()).toMatchObject({ since, unread: 0 });
    expect(since).not.toBeNull();
  });

  it('that release 0.1.0 kept in this tab is read, and told to nobody', async () => {
    const memory = freshMemory();
    memory.keepConversation('visit-me', { messages: [{ id: '1', from: 'me', text: 'old', at: 5 }], since: 5 });
    const { room, texts, told } = setUp(memory);
    await room.connect('wss://sfu', 'token');
    room.come('ana');
    room.hear('ana', { kind: 'ask' });
    expect([texts(), told('ana')]).toEqual([['me: old'], []]);
  });

  it('ignores data of other programs and of strangers', async () => {
    const { room, state } = await talking();
    room.hear('ana', said('1'), 'elsewhere');
    room.hear('nobody', said('2'));
    expect(state().messages).toEqual([]);
  });

  it('of a flood takes so much, and the others are heard', async () => {
    const { room, texts } = await talking();
    room.come('ben');
    for (let i = 0; i < 520; i++) room.hear('ana', said(`${i}`, 'x', ['me'], 9e15));
    room.hear('ben', said('1', 'still here'));
    expect(texts()).toHaveLength(21);
    expect(texts().at(-1)).toBe('ben: still here');
  });

  it('is counted before it is read', async () => {
    const { room } = await talking();
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    for (let i = 0; i < 500; i++) hearRaw(room, 'ana', { kind: 'nothing', i });
    expect(decode).toHaveBeenCalledTimes(20);
    decode.mockRestore();
  });
});

describe('what was said before', () => {
  const hers = { id: '1', from: 'ana', text: 'hers', at: 950_000, to: ['me'] };

  it('is asked for on coming and of whoever comes, until it is told', async () => {
    const { room, kinds, texts, sent, later } = setUp();
    room.has('ana', 'Ana');
    await room.connect('wss://sfu', 'token');
    expect(kinds('ana')).toEqual(['ask']);
    later(2_000);
    expect(kinds('ana')).toEqual(['ask', 'ask', 'ask']);
    const mine = { id: '2', from: 'me', text: 'mine, on another device', at: 960_000, to: ['ana'] };
    room.hear('ana', answer([hers, mine]));
    expect(texts()).toEqual(['ana: hers', 'me: mine, on another device']);
    expect(sent.at(-1)).toEqual({ packet: { kind: 'got', ids: ['1'] }, to: 'ana' });
    sent.length = 0;
    later(30_000);
    expect(sent).toEqual([]);
    room.come('ben');
    expect(kinds('ben')).toContain('ask');
  });

  it('is not asked for without end of somebody who does not answer, or has gone', async () => {
    const { room, kinds, later } = await talking();
    later(60_000);
    expect(kinds('ana').filter((kind) => kind === 'ask').length).toBeLessThan(25);
    room.come('ben');
    room.go('ben');
    later(10_000);
    expect(kinds('ben').filter((kind) => kind === 'ask')).toHaveLength(1);
  });

  it('is told to whoever asks: what was written to or by them, and nothing else', async () => {
    const { room, conversation, roster, told, later } = await talking();
    conversation.say('to the former doctor');
    room.hear('ana', said('1', 'of the former doctor'));
    room.hear('ana', { kind: 'got', ids: [] });
    room.go('ana');
    roster.splice(1, 1, 'new');
    room.come('new');
    conversation.say('to the new one');
    room.hear('new', { kind: 'ask' });
    expect(told('new')).toEqual(['to the new one']);
    // Answers may be long: no more than one in a moment.
    room.hear('new', { kind: 'ask' });
    expect(told('new')).toHaveLength(1);
    later(2_000);
    room.hear('new', { kind: 'ask' });
    expect(told('new')).toHaveLength(2);
  });

  it('is taken from nobody who was not asked, and cannot be dated ahead or back of the call', async () => {
    const { room, state, texts, now } = await talking();
    room.hear(
      'ana',
      answer([
        { ...hers, at: 9e15 },
        { ...hers, id: '2', at: 1 },
      ]),
    );
    expect(state().messages.map(({ at }) => at)).toEqual([OPENS, now()]);
    room.hear('ana', answer([{ ...hers, id: '3' }]));
    expect(texts()).toHaveLength(2);
  });

  it('names nobody but whom the room vouches for', async () => {
    const { room, state, roster } = await talking();
    roster.push('ben');
    room.hear('ana', answer([hers, { ...hers, id: '2', from: 'ben' }]));
    expect(state().messages.map(({ name }) => name)).toEqual(['Ana', undefined]);
  });

  it('has arrived where it is told from', async () => {
    const { room, state } = await talking();
    room.hear('ana', answer([{ ...hers, id: '2', from: 'me', to: ['ana', 'ben'] }]));
    expect(state().messages.map(waiting)).toEqual([['ben']]);
  });
});

describe('hands', () => {
  const raised = (hand: boolean) => ({ kind: 'state', hand, since: null }) as const;

  it('are raised and lowered person by person', async () => {
    const { room, conversation, state } = await talking();
    room.come('ben');
    room.hear('ana', raised(true));
    room.hear('ben', raised(true));
    conversation.raise(true);
    expect([...state().hands].sort()).toEqual(['ana', 'ben', 'me']);
    room.hear('ana', raised(false));
    conversation.raise(false);
    expect([...state().hands]).toEqual(['ben']);
  });

  it('go down with the person who leaves, and with no other', async () => {
    const { room, conversation, state } = await talking();
    room.come('ben');
    room.hear('ana', raised(true));
    room.hear('ben', raised(true));
    conversation.raise(true);
    room.go('ana');
    expect([...state().hands].sort()).toEqual(['ben', 'me']);
  });

  it('are told to everyone, to a newcomer, and to whoever asks', async () => {
    const { room, conversation, sent } = await talking();
    conversation.raise(true);
    room.come('ben');
    room.hear('ben', { kind: 'ask' });
    const up = sent.flatMap(({ packet, to }) =>
      'hand' in packet && packet.hand ? [`${packet.kind} > ${to ?? 'all'}`] : [],
    );
    expect(up).toEqual(['state > all', 'state > ben', 'told > ben']);
  });

  it('are heard from an answer', async () => {
    const { room, state } = await talking();
    room.hear('ana', { ...answer([]), hand: true });
    expect([...state().hands]).toEqual(['ana']);
  });

  it('that stay as they are change nothing', async () => {
    const { room, state } = await talking();
    room.hear('ana', raised(true));
    const { hands } = state();
    room.hear('ana', raised(true));
    expect(state().hands).toBe(hands);
  });
});

describe('since', () => {
  it('begins with the first other person, whoever comes first', async () => {
    const { room, state, now, later } = setUp();
    await room.connect('wss://sfu', 'token');
    expect(state().since).toBeNull();
    later(5_000);
    room.come('ana');
    const began = now();
    expect(state().since).toBe(began);
    later(5_000);
    room.come('ben');
    expect(state().since).toBe(began);
  });

  it('begins on connecting to someone who is there already', async () => {
    const { room, state, now } = setUp();
    room.has('ana');
    await room.connect('wss://sfu', 'token');
    expect(state().since).toBe(now());
  });

  it('takes the earlier beginning of the others', async () => {
    const { room, state, now } = await talking();
    const began = now();
    room.hear('ana', { kind: 'state', hand: false, since: began - 60_000 });
    expect(state().since).toBe(began - 60_000);
    room.hear('ana', { kind: 'state', hand: false, since: began });
    expect(state().since).toBe(began - 60_000);
  });

  it('is not before the call opened, nor to come', async () => {
    const { room, state, now } = await talking();
    room.hear('ana', { kind: 'state', hand: false, since: 9e15 });
    expect(state().since).toBe(now());
    room.hear('ana', { kind: 'state', hand: false, since: 1 });
    expect(state().since).toBe(OPENS);
  });
});

it('stops listening', async () => {
  const { room, conversation, state } = await talking();
  conversation.detach();
  room.hear('ana', said('1', 'late'));
  expect(state().messages).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  expect(room.heard()).toBe(0);
});

import { RoomEvent } from 'livekit-client';
import { describe, expect, it } from 'vitest';
import { freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom } from '@/tests/support/fake-room';
import { Conversation } from './conversation';

function setUp(memory = freshMemory()) {
  const room = new FakeRoom();
  let time = 1_000_000;
  const conversation = new Conversation({ room: room.asRoom, memory, key: 'visit-me', me: 'me', now: () => time });
  conversation.attach();
  const state = () => conversation.store.get();
  const texts = () => state().messages.map(({ from, text }) => `${from}: ${text}`);
  const { sent } = room.localParticipant;
  const chats = (to?: string) =>
    sent.flatMap(({ packet, to: whom }) => (packet.kind === 'chat' && whom === to ? [packet.text] : []));
  const later = (ms: number) => {
    time += ms;
  };
  return { room, memory, conversation, state, texts, sent, chats, later, now: () => time };
}

async function talking() {
  const all = setUp();
  await all.room.connect('wss://sfu', 'token');
  all.room.come('ana', 'Ana');
  all.sent.length = 0;
  return all;
}

describe('chat', () => {
  it('sends to all who are there, and shows it at once', async () => {
    const { conversation, chats, texts } = await talking();
    conversation.say('  hello  ');
    conversation.say('   ');
    expect(chats()).toEqual(['hello']);
    expect(texts()).toEqual(['me: hello']);
  });

  it('shows the messages of several people, each under the identity and the name that the room vouches for', async () => {
    const { room, state, texts } = await talking();
    room.come('ben', 'Ben');
    room.hear('ana', { kind: 'chat', id: '1', text: 'I am Ana', at: 1 });
    room.hear('ben', { kind: 'chat', id: '1', text: 'I am Ben', at: 2 });
    expect(texts()).toEqual(['ana: I am Ana', 'ben: I am Ben']);
    expect(state().messages.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  });

  it('tells a newcomer its own messages again, and nobody else’s', async () => {
    const { room, conversation, chats } = await talking();
    conversation.say('mine');
    room.hear('ana', { kind: 'chat', id: '1', text: 'hers', at: 1 });
    room.come('ben', 'Ben');
    expect(chats('ben')).toEqual(['mine']);
    expect(chats('ana')).toEqual([]);
  });

  it('tells itself nothing', async () => {
    const { room, conversation, sent } = await talking();
    conversation.say('mine');
    sent.length = 0;
    room.emit(RoomEvent.ParticipantActive, room.localParticipant);
    expect(sent).toEqual([]);
  });

  it('tells everyone again after a lost connection', async () => {
    const { room, conversation, chats, sent } = await talking();
    conversation.say('mine');
    room.lose();
    room.has('ana');
    sent.length = 0;
    await room.connect('wss://sfu', 'again');
    expect(chats()).toEqual(['mine']);
  });

  it('counts as unread what comes while nobody reads, once for each message', async () => {
    const { room, conversation, state } = await talking();
    room.hear('ana', { kind: 'chat', id: '1', text: 'a', at: 1 });
    room.hear('ana', { kind: 'chat', id: '1', text: 'a', at: 1 });
    room.hear('ana', { kind: 'chat', id: '2', text: 'b', at: 2 });
    conversation.say('own words are read');
    expect(state().unread).toBe(2);
    conversation.read(true);
    expect(state().unread).toBe(0);
    room.hear('ana', { kind: 'chat', id: '3', text: 'c', at: 3 });
    expect(state().unread).toBe(0);
    conversation.read(false);
    room.hear('ana', { kind: 'chat', id: '4', text: 'd', at: 4 });
    expect(state().unread).toBe(1);
  });

  it('survives a reload of the tab', async () => {
    const { room, conversation, memory, state } = await talking();
    conversation.say('mine');
    room.hear('ana', { kind: 'chat', id: '1', text: 'hers', at: 1 });
    const { since } = state();
    const reloaded = setUp(memory);
    expect(reloaded.texts()).toEqual(['ana: hers', 'me: mine']);
    expect(reloaded.state()).toMatchObject({ since, unread: 0 });
    expect(since).not.toBeNull();
  });

  it('ignores data of other programs and of strangers', async () => {
    const { room, state } = await talking();
    room.hear('ana', { kind: 'chat', id: '1', text: 'x', at: 1 }, 'elsewhere');
    room.hear('nobody', { kind: 'chat', id: '2', text: 'x', at: 1 });
    expect(state().messages).toEqual([]);
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

  it('are told to everyone, and again to a newcomer', async () => {
    const { room, conversation, sent } = await talking();
    conversation.raise(true);
    room.come('ben');
    expect(sent.map(({ packet, to }) => [packet.kind === 'state' && packet.hand, to])).toEqual([
      [true, undefined],
      [true, 'ben'],
    ]);
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
});

it('stops listening', async () => {
  const { room, conversation, state } = await talking();
  conversation.detach();
  room.hear('ana', { kind: 'chat', id: '1', text: 'late', at: 1 });
  expect(state().messages).toEqual([]);
  expect(room.heard()).toBe(0);
});

import { type Participant, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { Allowance } from './allowance';
import * as chat from './chat';
import { Inquiries } from './inquiries';

const TOPIC = 'anteroom';
/** Milliseconds after which what has not arrived is sent once more. */
const RESENT_AFTER = 5_000;

export interface ConversationState {
  messages: readonly chat.ChatMessage[];
  unread: number;
  /** Identities of those whose hand is up. */
  hands: ReadonlySet<string>;
  /** The first moment with somebody else there, milliseconds since the epoch by the server's clock. */
  since: number | null;
}

export interface ConversationParts {
  room: Pick<Room, 'on' | 'off' | 'localParticipant' | 'remoteParticipants'>;
  memory: Memory;
  /** Under which the tab keeps it. */
  key: string;
  /** Identity of the person here. */
  me: string;
  /** Identities of the visit's people, as the page knows them now. */
  roster: () => readonly string[];
  /** The server's clock, milliseconds since the epoch. */
  now: () => number;
  /** The first moment, by that clock, in which anything can have been said: the call opened. */
  opensAt: number;
}

const EMPTY: ConversationState = { messages: [], unread: 0, hands: new Set(), since: null };

/**
 * Chat, raised hands and the start of the talk over the data channel. Nothing of it is on a server: it is kept in this tab, and whoever comes asks
 * those who are there. They tell what was written to or by whoever asks, and nothing else: after a hand-over the new doctor reads nothing of
 * what was written to the former one.
 */
export class Conversation {
  readonly store: Store<ConversationState>;
  /** What is being written: it stays when the panel is closed in the middle. */
  draft = '';
  /** True while the person sees the messages as they come. */
  private reading = false;
  private readonly allowance = new Allowance();
  private readonly inquiries = new Inquiries((identity) => this.send({ kind: 'ask' }, identity));
  private resending: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly parts: ConversationParts) {
    const kept = parts.memory.conversation<Pick<ConversationState, 'messages' | 'since'>>(parts.key);
    const messages = kept?.messages.map((message) => ({ ...message, to: message.to ?? [] })) ?? [];
    this.store = new Store({ ...EMPTY, messages, since: kept?.since ?? null });
  }

  attach() {
    this.parts.room
      .on(RoomEvent.DataReceived, this.onData)
      .on(RoomEvent.ParticipantActive, this.onActive)
      .on(RoomEvent.ParticipantConnected, this.onCame)
      .on(RoomEvent.ParticipantDisconnected, this.onWent)
      .on(RoomEvent.Connected, this.onConnected)
      .on(RoomEvent.Reconnected, this.onConnected);
    this.resending = setInterval(this.resend, RESENT_AFTER);
  }

  detach() {
    this.parts.room
      .off(RoomEvent.DataReceived, this.onData)
      .off(RoomEvent.ParticipantActive, this.onActive)
      .off(RoomEvent.ParticipantConnected, this.onCame)
      .off(RoomEvent.ParticipantDisconnected, this.onWent)
      .off(RoomEvent.Connected, this.onConnected)
      .off(RoomEvent.Reconnected, this.onConnected);
    this.inquiries.endAll();
    clearInterval(this.resending);
  }

  readonly say = (typed: string) => {
    const text = typed.trim().slice(0, chat.LONGEST_MESSAGE);
    if (!text) return;
    const { me, now } = this.parts;
    const message = { id: crypto.randomUUID(), text, at: now(), to: this.others() };
    this.patch({ messages: chat.merge(this.store.get().messages, [{ ...message, from: me, got: [] }]) });
    this.send({ kind: 'chat', ...message });
  };

  readonly raise = (up: boolean) => {
    this.setHand(this.parts.me, up);
    this.send({ kind: 'state', ...this.own() });
  };

  readonly isRaised = () => this.store.get().hands.has(this.parts.me);

  readonly read = (reading: boolean) => {
    this.reading = reading;
    if (reading) this.patch({ unread: 0 });
  };

  /** Those to whom something is said now: the visit's people and whoever is there, as the page learns of a new doctor a moment after the room. */
  private others() {
    const { roster, room, me } = this.parts;
    return [...new Set([...roster(), ...room.remoteParticipants.keys()])].filter((identity) => identity !== me);
  }

  private own = () => ({ hand: this.isRaised(), since: this.store.get().since });

  private patch(change: Partial<ConversationState>) {
    const state = { ...this.store.get(), ...change };
    this.store.set(state);
    if (!change.messages && !change.since) return;
    this.parts.memory.keepConversation(this.parts.key, { messages: state.messages, since: state.since });
  }

  private setHand(identity: string, up: boolean) {
    const { hands } = this.store.get();
    if (hands.has(identity) === up) return;
    this.patch({ hands: new Set(up ? [...hands, identity] : [...hands].filter((other) => other !== identity)) });
  }

  private takeSince(theirs: number | null) {
    const { opensAt, now } = this.parts;
    const { since } = this.store.get();
    const taken = theirs === null ? since : chat.earlier(since, chat.within(theirs, opensAt, now()));
    if (taken !== since) this.patch({ since: taken });
  }

  private send(packet: chat.Packet, ...to: string[]) {
    const options = { reliable: true, topic: TOPIC, ...(to.length > 0 && { destinationIdentities: to }) };
    // A connection that is just being lost: what has not arrived is sent again, and asked for.
    this.parts.room.localParticipant.publishData(chat.packPacket(packet), options).catch(() => {});
  }

  /** What those who are there do not have yet. Whoever is away asks for it when they come. */
  private resend = () => {
    const { me, room, now } = this.parts;
    for (const message of this.store.get().messages) {
      if (message.from !== me || !message.got || now() - message.at < RESENT_AFTER) continue;
      const to = chat.waiting(message).filter((identity) => room.remoteParticipants.has(identity));
      const { id, text, at } = message;
      if (to.length > 0) this.send({ kind: 'chat', id, text, at, to: message.to }, ...to);
    }
  };

  private begin() {
    if (this.store.get().since === null) this.patch({ since: this.parts.now() });
  }

  private onConnected = () => {
    const there = [...this.parts.room.remoteParticipants.keys()];
    this.inquiries.endAll();
    if (there.length === 0) return;
    this.begin();
    for (const identity of there) this.inquiries.begin(identity);
  };

  private onCame = () => this.begin();

  /** Their channel opens at about this moment; ours may open later. */
  private onActive = (participant: Participant) => {
    if (participant.isLocal) return;
    this.inquiries.begin(participant.identity);
    this.send({ kind: 'state', ...this.own() }, participant.identity);
  };

  private onWent = ({ identity }: RemoteParticipant) => {
    this.inquiries.end(identity);
    this.setHand(identity, false);
  };

  private onData = (payload: Uint8Array, from?: RemoteParticipant, _kind?: unknown, topic?: string) => {
    if (topic !== TOPIC || !from) return;
    const packet = chat.parsePacket(payload);
    // What was asked for has its own bounds.
    if (packet?.kind === 'told') return this.onTold(packet, from);
    if (!this.allowance.take(from.identity, payload.byteLength, this.parts.now()) || !packet) return;
    this.onPacket(packet, from);
  };

  private onPacket(packet: Exclude<chat.Packet, { kind: 'told' }>, { identity, name }: RemoteParticipant) {
    const { me, now } = this.parts;
    const { messages } = this.store.get();
    switch (packet.kind) {
      case 'ask':
        return this.answer(identity);
      case 'got':
        return this.keep(chat.received(messages, me, packet.ids, identity));
      case 'state':
        this.setHand(identity, packet.hand);
        return this.takeSince(packet.since);
      case 'chat': {
        const { id, text, to } = packet;
        // When it came, and not when its writer says that it was written. Release 0.1.0 does not say to whom.
        this.keep(chat.merge(messages, [{ id, text, at: now(), from: identity, name, to: to.length > 0 ? to : [me] }]));
        return this.send({ kind: 'got', ids: [id] }, identity);
      }
    }
  }

  private answer(identity: string) {
    if (!this.inquiries.mayAnswer(identity, this.parts.now())) return;
    const portions = chat.portions(chat.toldTo(this.store.get().messages, identity));
    portions.forEach((messages, index) => {
      this.send({ kind: 'told', messages, last: index === portions.length - 1, ...this.own() }, identity);
    });
  }

  private onTold({ messages, last, hand, since }: chat.Packet & { kind: 'told' }, teller: RemoteParticipant) {
    const { me, now, opensAt } = this.parts;
    const { identity, name } = teller;
    if (!this.inquiries.hears(identity, last)) return;
    this.setHand(identity, hand);
    this.takeSince(since);
    const told = messages.map((message): chat.ChatMessage => {
      const at = chat.within(message.at, opensAt, now());
      if (message.from === me) return { ...message, at, got: [identity] };
      return { ...message, at, ...(message.from === identity && { name }) };
    });
    this.keep(chat.merge(this.store.get().messages, told));
    const theirs = messages.filter(({ from }) => from === identity).map(({ id }) => id);
    if (theirs.length > 0) this.send({ kind: 'got', ids: theirs }, identity);
    // Of one's own they have what they tell.
    const mine = messages.filter(({ from }) => from === me).map(({ id }) => id);
    this.keep(chat.received(this.store.get().messages, me, mine, identity));
  }

  private keep(messages: readonly chat.ChatMessage[]) {
    const { messages: before, unread } = this.store.get();
    if (messages === before) return;
    const known = new Set(before.map(({ id, from }) => `${from} ${id}`));
    const fresh = messages.filter(({ id, from }) => from !== this.parts.me && !known.has(`${from} ${id}`)).length;
    this.patch({ messages, unread: this.reading ? 0 : unread + fresh });
  }
}

import { type Participant, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { Allowance } from './allowance';
import * as chat from './chat';
import { type Answer, Inquiries } from './inquiries';
import { keep, recall } from './keeping';
import { wordsOf } from './wording';

const TOPIC = 'anteroom';
/** Milliseconds after which what has not arrived is sent once more. */
const RESENT_AFTER = 5_000;
/** Messages that are sent again at a time: no more than others let through. */
const RESENT_AT_ONCE = 10;
/** Messages that one person may tell and that are new here; however often they come in, it fills up by four a second only. */
const NEWS = { packets: chat.MOST_KEPT, bytes: Number.POSITIVE_INFINITY };

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
  private readonly news = new Allowance(NEWS);
  private readonly inquiries: Inquiries;
  private resending: ReturnType<typeof setInterval> | undefined;
  /** Where among those that wait the next are sent again. */
  private turn = 0;

  constructor(private readonly parts: ConversationParts) {
    this.inquiries = new Inquiries((identity) => this.send({ kind: 'ask' }, identity), this.hear);
    this.store = new Store({ ...EMPTY, ...recall(parts.memory, parts.key) });
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
    const text = wordsOf(typed.trim(), chat.LONGEST_MESSAGE);
    if (!text) return;
    const { me, now } = this.parts;
    const message = { id: crypto.randomUUID(), text, at: now(), to: this.others() };
    this.patch({ messages: chat.merge(this.store.get().messages, [{ ...message, from: me, got: [] }]) });
    // To them alone: somebody who has just come in their place may be there already.
    if (message.to.length > 0) this.send({ kind: 'chat', ...message }, ...message.to);
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

  /** Those to whom something is said now: whoever is there, as the page learns of a new doctor a moment after the room, and the visit's people. */
  private others() {
    const { roster, room, me } = this.parts;
    const people = new Set([...room.remoteParticipants.keys(), ...roster()]);
    return [...people].filter((identity) => identity !== me).slice(0, chat.MOST_PEOPLE);
  }

  /** Those whose words somebody may tell: the visit's people, whoever is there, and whose words are here already. */
  private known() {
    const { roster, room } = this.parts;
    const writers = this.store.get().messages.map(({ from }) => from);
    return new Set([...roster(), ...room.remoteParticipants.keys(), ...writers]);
  }

  private own = () => ({ hand: this.isRaised(), since: this.store.get().since });

  private patch(change: Partial<ConversationState>) {
    const state = { ...this.store.get(), ...change };
    this.store.set(state);
    if (!change.messages && !change.since) return;
    keep(this.parts.memory, this.parts.key, { messages: state.messages, since: state.since });
  }

  private setHand(identity: string, up: boolean) {
    const { hands } = this.store.get();
    if (hands.has(identity) === up) return;
    this.patch({ hands: new Set(up ? [...hands, identity] : [...hands].filter((other) => other !== identity)) });
  }

  /** The beginning of the talk, now that somebody says theirs. */
  private sinceWith(theirs: number | null) {
    const { opensAt, now } = this.parts;
    const { since } = this.store.get();
    return theirs === null ? since : chat.earlier(since, chat.within(theirs, opensAt, now()));
  }

  /** Sends to these, or without any to all who are there. */
  private send(packet: chat.Packet, ...to: string[]) {
    this.publish(chat.packPacket(packet), to);
  }

  private publish(payload: Uint8Array<ArrayBuffer>, to: string[]) {
    const options = { reliable: true, topic: TOPIC, ...(to.length > 0 && { destinationIdentities: to }) };
    // A connection that is just being lost: what has not arrived is sent again, and asked for.
    this.parts.room.localParticipant.publishData(payload, options).catch(() => {});
  }

  /** What those who are there do not have yet. Whoever is away asks for it when they come. */
  private resend = () => {
    const { me, room, now } = this.parts;
    const late = this.store.get().messages.flatMap(({ from, teller, got, id, text, at, to }) => {
      // What somebody else says that one wrote is not sent as one's own.
      if (from !== me || teller || !got || now() - at < RESENT_AFTER) return [];
      const there = to.filter((identity) => !got.includes(identity) && room.remoteParticipants.has(identity));
      return there.length > 0 ? [{ packet: { kind: 'chat', id, text, at, to } as const, there }] : [];
    });
    const first = this.turn < late.length ? this.turn : 0;
    const next = [...late.slice(first), ...late.slice(0, first)].slice(0, RESENT_AT_ONCE);
    this.turn = first + next.length;
    for (const { packet, there } of next) this.send(packet, ...there);
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

  /** What is more than its sender may send is not even read. */
  private onData = (payload: Uint8Array, from?: RemoteParticipant, _kind?: unknown, topic?: string) => {
    if (topic !== TOPIC || !from) return;
    const size = [from.identity, payload.byteLength, this.parts.now()] as const;
    // What was asked for has its own bounds.
    if (chat.isAnswer(payload)) {
      const answer = this.inquiries.awaits(...size) ? chat.parsePacket(payload) : null;
      if (answer?.kind === 'told') this.inquiries.take(answer, from);
      return;
    }
    const packet = this.allowance.take(...size) ? chat.parsePacket(payload) : null;
    if (packet && packet.kind !== 'told') this.onPacket(packet, from);
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
        return this.keep(messages, this.sinceWith(packet.since));
      case 'chat': {
        if (!chat.isTo(packet, me)) return;
        const { id, text, to } = packet;
        // When it came, and not when its writer says that it was written. Release 0.1.0 does not say to whom.
        this.keep(chat.merge(messages, [{ id, text, at: now(), from: identity, name, to: to.length > 0 ? to : [me] }]));
        return this.send({ kind: 'got', ids: [id] }, identity);
      }
    }
  }

  private answer(identity: string) {
    const { now } = this.parts;
    if (!this.inquiries.mayAnswer(identity, now())) return;
    const portions = chat.portions(chat.toldTo(this.store.get().messages, identity, this.parts.me));
    const packets = portions.map((messages, index) =>
      chat.packPacket({ kind: 'told', messages, last: index === portions.length - 1, ...this.own() }),
    );
    const bytes = packets.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (!this.inquiries.mayTell(identity, bytes, now())) return;
    for (const packet of packets) this.publish(packet, [identity]);
  }

  private hear = ({ teller: { identity, name }, messages, hand, since }: Answer) => {
    const { me, now, opensAt } = this.parts;
    this.setHand(identity, hand);
    const people = this.known().add(identity);
    const told = messages.filter((message) => chat.concerns(message, me, people));
    const before = this.store.get().messages;
    const had = new Set(before.map(chat.nameOf));
    // The newest first, should it be more than one may tell.
    const taken = told.toReversed().filter((it) => had.has(chat.nameOf(it)) || this.news.take(identity, 0, now()));
    const heard = taken.reverse().map((message): chat.ChatMessage => {
      const at = chat.within(message.at, opensAt, now());
      if (message.from === identity) return { ...message, at, name };
      return { ...message, at, teller: identity, ...(message.from === me && { got: [identity] }) };
    });
    const idsOf = (writer: string) => told.flatMap(({ from, id }) => (from === writer ? [id] : []));
    // Of one's own they have what they tell.
    const merged = chat.received(chat.merge(before, heard), me, idsOf(me), identity);
    this.keep(merged, this.sinceWith(since));
    const theirs = idsOf(identity);
    for (let i = 0; i < theirs.length; i += chat.MOST_TOLD)
      this.send({ kind: 'got', ids: theirs.slice(i, i + chat.MOST_TOLD) }, identity);
  };

  private keep(messages: readonly chat.ChatMessage[], since = this.store.get().since) {
    const { messages: before, unread, since: began } = this.store.get();
    if (messages === before && since === began) return;
    const known = new Set(before.map(chat.nameOf));
    const fresh = messages.filter((message) => message.from !== this.parts.me && !known.has(chat.nameOf(message)));
    this.patch({ messages, since, unread: this.reading ? 0 : unread + fresh.length });
  }
}

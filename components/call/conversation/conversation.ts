import { type Participant, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { type ChatMessage, earlier, LONGEST_MESSAGE, merge, type Packet, packPacket, parsePacket } from './chat';

const TOPIC = 'anteroom';

export interface ConversationState {
  messages: readonly ChatMessage[];
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
  /** The server's clock, milliseconds since the epoch. */
  now: () => number;
}

const EMPTY: ConversationState = { messages: [], unread: 0, hands: new Set(), since: null };

/**
 * Chat, raised hands and the start of the talk over the data channel. Nothing of it is on a server: it is kept in this tab, and everyone
 * tells a newcomer their own part again.
 */
export class Conversation {
  readonly store: Store<ConversationState>;
  /** True while the person sees the messages as they come. */
  private reading = false;

  constructor(private readonly parts: ConversationParts) {
    const kept = parts.memory.conversation<Pick<ConversationState, 'messages' | 'since'>>(parts.key);
    this.store = new Store({ ...EMPTY, ...kept });
  }

  attach() {
    this.parts.room
      .on(RoomEvent.DataReceived, this.onData)
      .on(RoomEvent.ParticipantActive, this.onActive)
      .on(RoomEvent.ParticipantConnected, this.onCame)
      .on(RoomEvent.ParticipantDisconnected, this.onWent)
      .on(RoomEvent.Connected, this.onConnected)
      .on(RoomEvent.Reconnected, this.onConnected);
  }

  detach() {
    this.parts.room
      .off(RoomEvent.DataReceived, this.onData)
      .off(RoomEvent.ParticipantActive, this.onActive)
      .off(RoomEvent.ParticipantConnected, this.onCame)
      .off(RoomEvent.ParticipantDisconnected, this.onWent)
      .off(RoomEvent.Connected, this.onConnected)
      .off(RoomEvent.Reconnected, this.onConnected);
  }

  readonly say = (text: string) => {
    const said = { id: crypto.randomUUID(), text: text.trim().slice(0, LONGEST_MESSAGE), at: this.parts.now() };
    if (!said.text) return;
    this.patch({ messages: merge(this.store.get().messages, [{ ...said, from: this.parts.me }]) });
    // Who is away now hears it when they come.
    this.send({ kind: 'chat', ...said });
  };

  readonly raise = (up: boolean) => {
    this.setHand(this.parts.me, up);
    this.sendState();
  };

  readonly isRaised = () => this.store.get().hands.has(this.parts.me);

  readonly read = (reading: boolean) => {
    this.reading = reading;
    if (reading) this.patch({ unread: 0 });
  };

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

  private send(packet: Packet, to?: string) {
    const options = { reliable: true, topic: TOPIC, ...(to && { destinationIdentities: [to] }) };
    // A connection that is just being lost: everything said is sent again once it is back.
    this.parts.room.localParticipant.publishData(packPacket(packet), options).catch(() => {});
  }

  private sendState(to?: string) {
    this.send({ kind: 'state', hand: this.isRaised(), since: this.store.get().since }, to);
  }

  private tellAgain(to?: string) {
    this.sendState(to);
    for (const { from, id, text, at } of this.store.get().messages) {
      if (from === this.parts.me) this.send({ kind: 'chat', id, text, at }, to);
    }
  }

  private begin() {
    if (this.store.get().since === null) this.patch({ since: this.parts.now() });
  }

  private onConnected = () => {
    if (this.parts.room.remoteParticipants.size === 0) return;
    this.begin();
    this.tellAgain();
  };

  private onCame = () => this.begin();

  /** Only from here on does data reach a newcomer. */
  private onActive = (participant: Participant) => {
    if (!participant.isLocal) this.tellAgain(participant.identity);
  };

  private onWent = ({ identity }: RemoteParticipant) => this.setHand(identity, false);

  private onData = (payload: Uint8Array, from?: RemoteParticipant, _kind?: unknown, topic?: string) => {
    const packet = topic === TOPIC && from ? parsePacket(payload) : null;
    if (!packet || !from) return;
    const { messages, since, unread } = this.store.get();
    if (packet.kind === 'state') {
      this.setHand(from.identity, packet.hand);
      this.patch({ since: earlier(since, packet.since, this.parts.now()) });
      return;
    }
    const { id, text, at } = packet;
    const merged = merge(messages, [{ id, text, at, from: from.identity, name: from.name }]);
    if (merged !== messages) this.patch({ messages: merged, unread: this.reading ? 0 : unread + 1 });
  };
}

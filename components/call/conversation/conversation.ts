import { type Participant, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import { readConversation, writeConversation } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { type ChatMessage, earlier, LONGEST_MESSAGE, merge, type Packet, packPacket, parsePacket } from './chat';

const TOPIC = 'anteroom';

export interface ConversationState {
  messages: readonly ChatMessage[];
  unread: number;
  myHand: boolean;
  otherHand: boolean;
  /** When both were first there together, milliseconds since the epoch by the server's clock. */
  since: number | null;
}

const EMPTY: ConversationState = { messages: [], unread: 0, myHand: false, otherHand: false, since: null };

/**
 * Chat, raised hands and the start of the talk over the data channel. Nothing of it is on a server: it is kept in this tab, and each side
 * tells a newcomer its own part again.
 */
export class Conversation {
  readonly store: Store<ConversationState>;
  /** Whether the person sees the messages as they come. */
  private reading = false;

  constructor(
    private readonly room: Room,
    private readonly key: string,
    private readonly me: string,
    private readonly now: () => number,
  ) {
    const kept = readConversation<Pick<ConversationState, 'messages' | 'since'>>(key);
    this.store = new Store({ ...EMPTY, ...kept });
  }

  attach() {
    this.room
      .on(RoomEvent.DataReceived, this.onData)
      .on(RoomEvent.ParticipantActive, this.onActive)
      .on(RoomEvent.ParticipantConnected, this.onCame)
      .on(RoomEvent.ParticipantDisconnected, this.onWent)
      .on(RoomEvent.Connected, this.onConnected)
      .on(RoomEvent.Reconnected, this.onConnected);
  }

  detach() {
    this.room
      .off(RoomEvent.DataReceived, this.onData)
      .off(RoomEvent.ParticipantActive, this.onActive)
      .off(RoomEvent.ParticipantConnected, this.onCame)
      .off(RoomEvent.ParticipantDisconnected, this.onWent)
      .off(RoomEvent.Connected, this.onConnected)
      .off(RoomEvent.Reconnected, this.onConnected);
  }

  readonly say = (text: string) => {
    const said = { id: crypto.randomUUID(), text: text.trim().slice(0, LONGEST_MESSAGE), at: this.now() };
    if (!said.text) return;
    this.patch({ messages: merge(this.store.get().messages, [{ ...said, from: this.me }]) });
    // Who is away now hears it when they come.
    this.send({ kind: 'chat', ...said });
  };

  readonly raise = (myHand: boolean) => {
    this.patch({ myHand });
    this.sendState();
  };

  readonly read = (reading: boolean) => {
    this.reading = reading;
    if (reading) this.patch({ unread: 0 });
  };

  private patch(change: Partial<ConversationState>) {
    const state = { ...this.store.get(), ...change };
    this.store.set(state);
    if (change.messages || change.since) writeConversation(this.key, { messages: state.messages, since: state.since });
  }

  private send(packet: Packet, to?: string) {
    const options = { reliable: true, topic: TOPIC, ...(to && { destinationIdentities: [to] }) };
    // A connection that is just being lost: what was said is sent again once it is back.
    this.room.localParticipant.publishData(packPacket(packet), options).catch(() => {});
  }

  private sendState(to?: string) {
    const { myHand, since } = this.store.get();
    this.send({ kind: 'state', hand: myHand, since }, to);
  }

  private tellAgain(to?: string) {
    this.sendState(to);
    for (const { from, id, text, at } of this.store.get().messages) {
      if (from === this.me) this.send({ kind: 'chat', id, text, at }, to);
    }
  }

  private begin() {
    if (this.store.get().since === null) this.patch({ since: this.now() });
  }

  private onConnected = () => {
    if (this.room.remoteParticipants.size === 0) return;
    this.begin();
    this.tellAgain();
  };

  private onCame = () => this.begin();

  /** Only from here on does data reach a newcomer. */
  private onActive = (participant: Participant) => {
    if (!participant.isLocal) this.tellAgain(participant.identity);
  };

  private onWent = () => this.patch({ otherHand: false });

  private onData = (payload: Uint8Array, from?: RemoteParticipant, _kind?: unknown, topic?: string) => {
    const packet = topic === TOPIC && from ? parsePacket(payload) : null;
    if (!packet || !from) return;
    const { messages, since, unread } = this.store.get();
    if (packet.kind === 'state') {
      this.patch({ otherHand: packet.hand, since: earlier(since, packet.since, this.now()) });
      return;
    }
    const { id, text, at } = packet;
    const merged = merge(messages, [{ id, text, at, from: from.identity }]);
    if (merged !== messages) this.patch({ messages: merged, unread: this.reading ? 0 : unread + 1 });
  };
}

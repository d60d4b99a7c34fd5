import { DisconnectReason, type Room, RoomEvent } from 'livekit-client';
import { Conversation } from '@/components/call/conversation/conversation';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { LocalTracks, type Wrap } from '@/components/call/devices/local-tracks';
import { Participants } from '@/components/call/people/participants';
import { Reception } from '@/components/call/people/reception';
import { type FailureCode, failureOf } from './failure';
import type { Memory } from './memory';
import type { Page } from './page';
import { afterRefusal, retryDelay } from './reconnect';
import type { Occasion, Ticket, TicketResult } from './ticket';

export interface CallRoomOptions {
  appointmentId: string;
  /** Identity of the person: their id. */
  me: string;
  /** Identities of the visit's people, as the page knows them now. */
  roster: () => readonly string[];
  /** The server's clock, milliseconds since the epoch. */
  now: () => number;
  /** The time in which the call can be joined, by that clock. */
  opensAt: number;
  closesAt: number;
  requestTicket: (occasion: Occasion) => Promise<TicketResult>;
  onRestoring: (restoring: boolean) => void;
  onEnd: (code: FailureCode) => void;
}

export interface CallRoomParts {
  room: Room;
  media: LocalMedia;
  memory: Memory;
  page: Page;
  wrap: Wrap;
}

/** `away`: the page was put aside by its browser, and comes back or not. */
type Phase = 'new' | 'connecting' | 'in' | 'away' | 'restoring' | 'over';

/**
 * One person's way through one call, outside React: the only owner of the Room and its connection. After the first connection it comes back
 * by itself, with a fresh token each time, until the server says why it may not, the person leaves, or their own other tab took over.
 */
export class CallRoom {
  readonly room: Room;
  readonly tracks: LocalTracks;
  readonly conversation: Conversation;
  readonly participants: Participants;
  readonly reception: Reception;
  private phase: Phase = 'new';
  private wake: (() => void) | null = null;

  constructor(
    private readonly options: CallRoomOptions,
    parts: CallRoomParts,
  ) {
    const { appointmentId, me, roster, now, opensAt } = options;
    const { room, memory } = parts;
    this.room = room;
    this.tracks = new LocalTracks(parts);
    this.conversation = new Conversation({ room, memory, key: `${appointmentId}-${me}`, me, roster, now, opensAt });
    this.participants = new Participants({ room, me });
    this.reception = new Reception({ room });
    room
      .on(RoomEvent.Disconnected, this.onDisconnected)
      .on(RoomEvent.SignalReconnecting, this.onReconnecting)
      .on(RoomEvent.Reconnecting, this.onRestart)
      .on(RoomEvent.Reconnected, this.onReconnected);
    this.conversation.attach();
    this.participants.attach();
    this.reception.attach();
  }

  /** Warms DNS and TLS up before the click. */
  prepare(ticket: Ticket) {
    void this.room.prepareConnection(ticket.serverUrl).catch(() => {});
  }

  /**
   * Connects for the first time, with a token at hand or a fresh one; answers why it could not, or null. Unless the server knows already that
   * the person is here from now on (`begun`), it is told as soon as they are, and may object before anything of them is sent.
   */
  async join(held: Ticket | null, { begun = false } = {}): Promise<FailureCode | null> {
    this.phase = 'connecting';
    this.tracks.begin();
    if (held && (await this.connect(held))) {
      void this.tracks.connect(begun ? undefined : this.tellBegin());
      return null;
    }
    if (this.isOver()) return null;
    const result = await this.options.requestTicket({ rejoin: true, begin: true });
    if (this.isOver()) return null;
    const failure = result.ok ? null : failureOf(result.code);
    if (result.ok && (await this.connect(result.ticket))) {
      void this.tracks.connect();
      return null;
    }
    if (this.isOver()) return null;
    this.close();
    return failure ?? 'connection_failed';
  }

  /**
   * Comes in without a press, as after a reload: like any way back into a call that was lost, from the first answer on. Answers null; an end is
   * said by `onEnd`.
   */
  async comeBack(first: TicketResult): Promise<null> {
    this.tracks.begin();
    await this.rejoin(first);
    return null;
  }

  /** Ends it for good: devices released, nothing comes back. */
  async leave() {
    this.close();
    await this.room.disconnect(true);
  }

  /** The page goes: everyone hears of it at once, and the devices stay for its return. */
  readonly putAside = () => void this.room.disconnect(false);

  /** The network or the page is back: the next attempt is due now. */
  readonly hurry = () => {
    if (this.phase === 'away') void this.rejoin();
    else this.wake?.();
  };

  /** Another tab of this person took the call. */
  readonly yieldTo = () => this.end('elsewhere');

  private isOver = () => this.phase === 'over';

  /**
   * Tells the server that the call, for which the token was from before, has begun: again and again until it knows, as otherwise nobody keeps the
   * person from being live in another one. Resolves with its first answer.
   */
  private async tellBegin(attempt = 0): Promise<void> {
    const result = await this.options.requestTicket({ begin: true });
    if (result.ok || this.isOver()) return;
    const next = afterRefusal(result, attempt);
    if ('retryIn' in next) return void setTimeout(() => this.isOver() || this.tellBegin(attempt + 1), next.retryIn);
    // Whatever else is refused ends a call by other ways.
    if (next.end === 'in_another_call' || next.end === 'elsewhere') this.end(next.end);
  }

  private async connect(ticket: Ticket): Promise<boolean> {
    try {
      await this.room.connect(ticket.serverUrl, ticket.token, { maxRetries: 0 });
    } catch {
      return false;
    }
    if (this.isOver()) {
      await this.room.disconnect(true);
      return false;
    }
    this.phase = 'in';
    return true;
  }

  private onReconnecting = () => {
    if (this.phase === 'in') this.options.onRestoring(true);
  };

  /**
   * The connection cannot be resumed. LiveKit would now come in again by the token that it has, and put out whatever the same person began
   * elsewhere meanwhile: the server is asked first.
   */
  private onRestart = async () => {
    if (this.phase !== 'in') return;
    this.phase = 'restoring';
    this.options.onRestoring(true);
    await this.room.disconnect(false);
    if (!this.isOver()) await this.rejoin();
  };

  private onReconnected = () => {
    if (this.phase === 'in') this.options.onRestoring(false);
  };

  private onDisconnected = (reason?: DisconnectReason) => {
    // An attempt of ours that fails reports itself.
    if (this.phase !== 'in') return;
    if (reason === DisconnectReason.DUPLICATE_IDENTITY) return this.end('elsewhere');
    // Nobody left: the page is being frozen or unloaded. A rejoin now would run into its own next life after a reload.
    if (reason !== DisconnectReason.CLIENT_INITIATED) return void this.rejoin();
    this.phase = 'away';
    this.options.onRestoring(true);
  };

  private async rejoin(first?: TicketResult) {
    this.phase = 'restoring';
    if (!first) this.options.onRestoring(true);
    for (let attempt = 0; ; attempt++) {
      const result = (attempt === 0 && first) || (await this.options.requestTicket({ rejoin: true }));
      if (this.isOver()) return;
      let delay = retryDelay(attempt);
      if (result.ok) {
        if (await this.connect(result.ticket)) {
          void this.tracks.connect();
          return this.options.onRestoring(false);
        }
      } else {
        const next = afterRefusal(result, attempt);
        if ('end' in next) return this.end(next.end);
        delay = next.retryIn;
      }
      if (this.isOver()) return;
      // A server that can be reached says so itself.
      if (this.options.now() >= this.options.closesAt) return this.end('too_late');
      this.options.onRestoring(true);
      await this.pause(delay);
      if (this.isOver()) return;
    }
  }

  private pause(ms: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => {
      this.wake = null;
    });
  }

  private end(code: FailureCode) {
    if (this.isOver()) return;
    void this.leave();
    this.options.onEnd(code);
  }

  private close() {
    this.phase = 'over';
    this.wake?.();
    this.tracks.release();
    this.conversation.detach();
    this.participants.detach();
    this.reception.detach();
    this.room
      .off(RoomEvent.Disconnected, this.onDisconnected)
      .off(RoomEvent.SignalReconnecting, this.onReconnecting)
      .off(RoomEvent.Reconnecting, this.onRestart)
      .off(RoomEvent.Reconnected, this.onReconnected);
  }
}

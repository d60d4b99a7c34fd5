import { DisconnectReason, Room, RoomEvent, setLogLevel } from 'livekit-client';
import { Conversation } from '@/components/call/conversation/conversation';
import type { MediaState } from '@/components/call/devices/local-media';
import { LocalTracks } from '@/components/call/devices/local-tracks';
import { readChoices } from './memory';
import { afterRefusal, failureOf, resumeDelay, retryDelay } from './reconnect';
import type { FailureCode } from './states';
import { requestTicket, type Ticket } from './ticket';

// What the SDK writes to the console names people and rooms.
setLogLevel('silent');

export interface CallRoomEvents {
  onRestoring: (restoring: boolean) => void;
  onEnd: (code: FailureCode) => void;
}

const speakerChoice = () => {
  const { speaker } = readChoices();
  return speaker ? { audioOutput: { deviceId: speaker } } : {};
};

/** `away`: the page was put aside by its browser, and comes back or not. */
type Phase = 'new' | 'connecting' | 'in' | 'away' | 'restoring' | 'over';

/**
 * One person's way through one call, outside React: the only owner of the Room and its connection. After the first connection it comes back
 * by itself, with a fresh token each time, until the server says why it may not, the person leaves, or their own other tab took over.
 */
export class CallRoom {
  readonly room = new Room({
    // The other person fills the stage from the first moment. Adaptive streams would hold each picture back until it is measured on
    // the screen, for nothing; LocalTracks says which quality is wanted, and pauses what a hidden page does not show.
    adaptiveStream: false,
    dynacast: true,
    // Camera and microphone outlive a lost connection; LocalTracks stops them.
    stopLocalTrackOnUnpublish: false,
    // At `beforeunload` the page may live on for seconds; session.ts says when it really goes.
    disconnectOnPageLeave: false,
    ...speakerChoice(),
    reconnectPolicy: { nextRetryDelayInMs: resumeDelay },
  });
  readonly tracks: LocalTracks;
  readonly conversation: Conversation;
  private phase: Phase = 'new';
  private wake: (() => void) | null = null;

  constructor(
    private readonly appointmentId: string,
    me: string,
    now: () => number,
    private readonly events: CallRoomEvents,
  ) {
    this.tracks = new LocalTracks(this.room);
    this.conversation = new Conversation(this.room, `${appointmentId}-${me}`, me, now);
    this.room
      .on(RoomEvent.SignalConnected, this.tracks.publishWanted)
      .on(RoomEvent.Disconnected, this.onDisconnected)
      .on(RoomEvent.SignalReconnecting, this.onReconnecting)
      .on(RoomEvent.Reconnecting, this.onReconnecting)
      .on(RoomEvent.Reconnected, this.onReconnected);
    this.conversation.attach();
  }

  /** Warms DNS and TLS up before the click. */
  prepare(ticket: Ticket) {
    void this.room.prepareConnection(ticket.serverUrl).catch(() => {});
  }

  /** Connects for the first time, with a token at hand or a fresh one; answers why it could not, or null. */
  async join(held: Ticket | null, media: Pick<MediaState, 'camera' | 'microphone'>): Promise<FailureCode | null> {
    this.phase = 'connecting';
    this.tracks.adopt(media);
    if (held && (await this.connect(held))) return null;
    if (this.isOver()) return null;
    const result = await requestTicket(this.appointmentId, { rejoin: true });
    if (this.isOver()) return null;
    const failure = result.ok ? null : failureOf(result.code);
    if (result.ok && (await this.connect(result.ticket))) return null;
    if (this.isOver()) return null;
    this.close();
    return failure ?? 'connection_failed';
  }

  /** Ends it for good: devices released, nothing comes back. */
  async leave() {
    this.close();
    await this.room.disconnect(true);
  }

  /** The page goes: the others hear of it at once, and the devices stay for its return. */
  readonly putAside = () => void this.room.disconnect(false);

  /** The network or the page is back: the next attempt is due now. */
  readonly hurry = () => {
    if (this.phase === 'away') void this.rejoin();
    else this.wake?.();
  };

  /** The same person's other tab took the call. */
  readonly yieldTo = () => this.end('elsewhere');

  private isOver = () => this.phase === 'over';

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
    if (this.phase === 'in') this.events.onRestoring(true);
  };

  private onReconnected = () => {
    if (this.phase === 'in') this.events.onRestoring(false);
  };

  private onDisconnected = (reason?: DisconnectReason) => {
    // An attempt of ours that fails reports itself.
    if (this.phase !== 'in') return;
    if (reason === DisconnectReason.DUPLICATE_IDENTITY) return this.end('elsewhere');
    // Nobody left: the page is being frozen or unloaded. A rejoin now would run into its own next life after a reload.
    if (reason !== DisconnectReason.CLIENT_INITIATED) return void this.rejoin();
    this.phase = 'away';
    this.events.onRestoring(true);
  };

  private async rejoin() {
    this.phase = 'restoring';
    this.events.onRestoring(true);
    for (let attempt = 0; ; attempt++) {
      const result = await requestTicket(this.appointmentId, { rejoin: true });
      if (this.isOver()) return;
      let delay = retryDelay(attempt);
      if (result.ok) {
        if (await this.connect(result.ticket)) return this.events.onRestoring(false);
      } else {
        const next = afterRefusal(result, attempt);
        if ('end' in next) return this.end(next.end);
        delay = next.retryIn;
      }
      if (this.isOver()) return;
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
    this.events.onEnd(code);
  }

  private close() {
    this.phase = 'over';
    this.wake?.();
    this.tracks.release();
    this.conversation.detach();
    this.room
      .off(RoomEvent.SignalConnected, this.tracks.publishWanted)
      .off(RoomEvent.Disconnected, this.onDisconnected)
      .off(RoomEvent.SignalReconnecting, this.onReconnecting)
      .off(RoomEvent.Reconnecting, this.onReconnecting)
      .off(RoomEvent.Reconnected, this.onReconnected);
  }
}

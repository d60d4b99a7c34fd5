import { Store } from '@/components/call/session/store';
import type { DeviceProblem } from './acquire';
import { constraintsOf, type Wanted } from './constraints';
import type { Device } from './devices';
import type { Opener } from './opener';

export interface DeviceState {
  /** The person's wish. */
  readonly on: boolean;
  /** What is open. */
  readonly track: MediaStreamTrack | null;
  /** Something of it may reach others or, before a call, would. Every sign and label is drawn from this, none from the wish. */
  readonly live: boolean;
  /** The others have what is live, as far as is known; before a call, the preview does. */
  readonly arrived: boolean;
  /** `unsent`: it is open, and could not be sent. */
  readonly problem: DeviceProblem | 'unsent' | null;
  /** The chosen device is not to be had; this is another. */
  readonly instead: boolean;
}

/** What really goes out of a device; `starting`: it is wanted, and nothing of it goes out yet. */
export type Sending = 'on' | 'off' | 'starting';

export const sendingOf = ({ on, live, arrived, problem }: DeviceState): Sending =>
  live && arrived ? 'on' : live || (on && !problem) ? 'starting' : 'off';

/** The way from a device to the others in a call. */
export interface Sink {
  /** Sends this track, in place of the one before. `isWanted` is to be asked once more before others get something of it. */
  send(track: MediaStreamTrack, isWanted: () => boolean): Promise<void>;
  /** Sends nothing any more. */
  hush(): Promise<void>;
}

/** `away`: in a call that has no connection. */
type Place = 'door' | 'away' | Sink;

const NOTHING: DeviceState = {
  on: true,
  track: null,
  live: false,
  arrived: false,
  problem: null,
  instead: false,
};

/** Milliseconds: a device that ends sooner after it was opened is not opened again by itself. */
const SHORT = 2_000;

/**
 * The only owner of a camera or a microphone, from the door to the end of a visit. One operation at a time, and after each the wish is
 * compared again: presses while a device opens, a connection comes or goes change the wish alone. What is turned off is silent at once,
 * before anything else is done about it.
 */
export class DeviceOwner {
  readonly store = new Store<DeviceState>({ ...NOTHING });
  private place: Place = 'door';
  /** What the sink was told to send, and not to stop. */
  private sent: MediaStreamTrack | null = null;
  /** What the sink said that it has sent. */
  private arrived: MediaStreamTrack | null = null;
  /** It was open in this call and went by itself. */
  private lost = false;
  private running: Promise<void> | null = null;
  private wanted: Wanted = {};
  /** Another device is wanted than the one that is open. */
  private stale = false;
  private openedAt = 0;
  private active = false;

  constructor(
    private readonly device: Device,
    private readonly opener: Opener,
    /** The id of the device that was chosen, in this browser. */
    private readonly chosen: () => string | undefined,
  ) {}

  /** Opens what is wanted, also after a failure. */
  open(): Promise<void> {
    this.active = true;
    this.patch({ problem: null });
    return this.settle();
  }

  /** On, or off; what is on and failed is tried again. */
  toggle(): Promise<void> {
    const { on, problem } = this.store.get();
    return this.set(!on || problem !== null);
  }

  set(on: boolean): Promise<void> {
    this.lost = false;
    this.patch({ on, problem: null });
    return this.settle();
  }

  /** Uses another device. What is off stays off. */
  change(wanted: Wanted): Promise<void> {
    this.wanted = wanted;
    this.stale = true;
    this.patch({ problem: null });
    return this.settle();
  }

  /** Opens what is wanted anew where nothing comes of it. */
  reopen(): Promise<void> {
    const { on, live } = this.store.get();
    return on && !live ? this.change(this.wanted) : this.settle();
  }

  /** The devices of the machine are others now: the chosen one is taken as soon as it is there again. */
  onDevices(ids: readonly string[]): void {
    const { track, problem } = this.store.get();
    const chosen = this.chosen();
    const isBack = chosen !== undefined && ids.includes(chosen) && this.wanted.facing === undefined;
    // In a call nothing opens by itself that is said to be off: but for what was on until it was pulled out.
    const mayWork =
      ids.length > 0 && (problem === 'missing' || problem === 'busy') && (this.place === 'door' || this.lost);
    if (track ? isBack && track.getSettings().deviceId !== chosen : mayWork) {
      void this.change(isBack ? { deviceId: chosen } : this.wanted);
    }
  }

  /** The call begins, without a connection as yet, or has lost it: nobody gets anything. */
  disconnect(): void {
    this.place = 'away';
    this.sent = null;
    this.arrived = null;
    this.patch({});
  }

  connect(sink: Sink): void {
    this.place = sink;
    this.sent = null;
    this.arrived = null;
    if (this.store.get().problem === 'unsent') this.patch({ problem: null });
    void this.settle();
  }

  /** Lets the device go and does nothing more until it is opened again. The wish stays. */
  release(): void {
    this.active = false;
    this.place = 'door';
    this.sent = null;
    this.arrived = null;
    this.lost = false;
    this.close();
    this.patch({ problem: null });
  }

  private patch(change: Partial<Omit<DeviceState, 'live' | 'arrived'>>): void {
    const state = { ...this.store.get(), ...change };
    if (state.track && !state.on) state.track.enabled = false;
    const live = this.isLive(state.track);
    this.store.set({ ...state, live, arrived: live && (this.place === 'door' || this.arrived === state.track) });
  }

  private isLive(track: MediaStreamTrack | null): boolean {
    if (!track || track.readyState === 'ended' || !track.enabled || track.muted) return false;
    return this.place === 'door' || (this.place !== 'away' && this.sent === track);
  }

  private settle(): Promise<void> {
    this.running ??= this.work().finally(() => {
      this.running = null;
      this.patch({});
      if (this.next()) void this.settle();
    });
    return this.running;
  }

  private async work() {
    for (let step = this.next(); step; step = this.next()) await step();
  }

  /** The next thing to do, or null: all is as it is wanted. */
  private next(): (() => Promise<void> | void) | null {
    const { on, track, problem } = this.store.get();
    if (!this.active) return null;
    if (!on) {
      if (this.sent) return this.hush;
      // A microphone in a call stays at hand: opened again, a headset would be silent for a second.
      const stays = this.device === 'microphone' && this.place !== 'door' && !this.stale;
      return track && !stays ? this.close : null;
    }
    // What did not open goes out no more, and the others are told.
    if (problem) return this.sent && this.sent !== track ? this.hush : null;
    if (!track || this.stale) return this.acquire;
    if (!track.enabled && this.place === 'door') return this.enable;
    return typeof this.place === 'object' && (this.sent !== track || !track.enabled) ? this.send : null;
  }

  private close = () => {
    this.stale = false;
    const { track } = this.store.get();
    if (!track) return;
    this.forget(track);
    track.stop();
    this.patch({ track: null, instead: false });
  };

  private enable = () => {
    const { track } = this.store.get();
    if (track) track.enabled = true;
    this.patch({});
  };

  private acquire = async () => {
    // A phone has a camera open once: the one before goes first.
    this.close();
    const asked = { ...(this.wanted.facing === undefined && { deviceId: this.chosen() }), ...this.wanted };
    let outcome = await this.opener.open(this.device, constraintsOf(this.device, asked));
    const isGone = asked.deviceId !== undefined && 'problem' in outcome && outcome.problem === 'missing';
    if (isGone) outcome = await this.opener.open(this.device, constraintsOf(this.device, {}));
    const { on } = this.store.get();
    if ('problem' in outcome) return this.patch(on && this.active ? { problem: outcome.problem } : {});
    if (!on || !this.active || this.stale) return outcome.track.stop();
    this.keep(outcome.track, isGone);
  };

  private keep(track: MediaStreamTrack, instead: boolean) {
    this.openedAt = Date.now();
    this.lost = false;
    track.addEventListener('ended', this.onEnded);
    track.addEventListener('mute', this.onMuted);
    track.addEventListener('unmute', this.onMuted);
    this.patch({ track, instead, problem: null });
  }

  private forget(track: MediaStreamTrack) {
    track.removeEventListener('ended', this.onEnded);
    track.removeEventListener('mute', this.onMuted);
    track.removeEventListener('unmute', this.onMuted);
  }

  /** The system or a plug took it away. */
  private onEnded = () => {
    const { track } = this.store.get();
    if (!track) return;
    this.forget(track);
    this.lost = true;
    const isShort = Date.now() - this.openedAt < SHORT;
    this.patch({ track: null, instead: false, ...(isShort && { problem: 'busy' as const }) });
    void this.settle();
  };

  private onMuted = () => this.patch({});

  private send = async () => {
    const { track } = this.store.get();
    if (!track || typeof this.place !== 'object') return;
    const sink = this.place;
    track.enabled = true;
    this.sent = track;
    this.arrived = null;
    this.patch({});
    try {
      await sink.send(track, () => this.store.get().on && this.store.get().track === track && this.place === sink);
      if (this.sent !== track) return;
      this.arrived = track;
      this.patch({});
    } catch {
      // Where the connection is going, the next one sends it.
      if (this.place !== sink) return;
      this.sent = null;
      this.patch({ problem: 'unsent' });
    }
  };

  private hush = async () => {
    const sink = this.place;
    const sent = this.sent;
    if (typeof sink === 'object') await sink.hush().catch(() => {});
    if (this.sent === sent) this.sent = null;
    this.patch({});
  };
}

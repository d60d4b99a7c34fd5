import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { acquire, type DeviceProblem } from './acquire';
import { cameraConstraints, microphoneConstraints } from './constraints';
import type { Device, Devices } from './devices';

export interface DeviceState {
  /** The person's wish. */
  on: boolean;
  track: MediaStreamTrack | null;
  problem: DeviceProblem | null;
}

export interface MediaState {
  camera: DeviceState;
  microphone: DeviceState;
  opening: boolean;
}

const PATIENCE = 1_500;

const fresh = (): DeviceState => ({ on: true, track: null, problem: null });

/** Camera and microphone before the call. Knows nothing of LiveKit, so that the preview is there before that code is. */
export class LocalMedia {
  readonly store = new Store<MediaState>({ camera: fresh(), microphone: fresh(), opening: false });
  /** Raised whenever devices are let go: a track that arrives later belongs to nobody and is stopped. */
  private round = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly devices: Devices,
    private readonly memory: Memory,
  ) {}

  private patch(device: Device, change: Partial<DeviceState>) {
    const state = this.store.get();
    this.store.set({ ...state, [device]: { ...state[device], ...change } });
  }

  /** Opens the wanted devices that are not open yet; one question to the browser at a time. */
  readonly open = () => {
    this.queue = this.queue.then(this.openNow);
    return this.queue;
  };

  /** Waits for devices that are being opened, but not for a person who leaves the browser's question unanswered. */
  ready() {
    return Promise.race([this.queue, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  want(wanted: Record<Device, boolean>) {
    this.patch('camera', { on: wanted.camera });
    this.patch('microphone', { on: wanted.microphone });
  }

  private openNow = async () => {
    const round = this.round;
    const { camera, microphone } = this.store.get();
    const choices = this.memory.choices();
    this.store.set({ ...this.store.get(), opening: true });
    const outcome = await acquire(this.devices, {
      ...(camera.on && !camera.track && { camera: cameraConstraints(choices.camera) }),
      ...(microphone.on && !microphone.track && { microphone: microphoneConstraints(choices.microphone) }),
    });
    for (const device of ['camera', 'microphone'] as const) {
      const got = outcome[device];
      if (!got) continue;
      if ('problem' in got) this.patch(device, { problem: got.problem });
      else if (round === this.round && this.store.get()[device].on) this.keep(device, got.track);
      else got.track.stop();
    }
    if (round === this.round) this.store.set({ ...this.store.get(), opening: false });
  };

  private keep(device: Device, track: MediaStreamTrack) {
    this.store.get()[device].track?.stop();
    track.addEventListener('ended', () => {
      if (this.store.get()[device].track === track) this.patch(device, { track: null, problem: 'busy' });
    });
    this.patch(device, { track, problem: null });
  }

  readonly toggle = (device: Device, on = !this.store.get()[device].on) => {
    if (!on) this.store.get()[device].track?.stop();
    this.patch(device, on ? { on } : { on, track: null, problem: null });
    return on ? this.open() : undefined;
  };

  readonly choices = () => this.memory.choices();

  readonly choose = (device: Device, deviceId: string) => {
    this.memory.choose({ [device]: deviceId });
    this.store.get()[device].track?.stop();
    this.patch(device, { track: null, problem: null, on: true });
    return this.open();
  };

  /** Gives the tracks away: from here on somebody else stops them. */
  handOver() {
    const { camera, microphone } = this.store.get();
    this.round++;
    this.patch('camera', { track: null });
    this.patch('microphone', { track: null });
    this.store.set({ ...this.store.get(), opening: false });
    return { camera, microphone };
  }

  release() {
    const { camera, microphone } = this.handOver();
    camera.track?.stop();
    microphone.track?.stop();
  }
}

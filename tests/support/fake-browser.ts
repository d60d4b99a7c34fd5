import type { Device, Devices } from '@/components/call/devices/devices';
import type { FailureCode } from '@/components/call/session/failure';
import { Memory } from '@/components/call/session/memory';
import type { Page } from '@/components/call/session/page';

/** A track of a camera, a microphone or a screen. */
export class FakeMediaTrack extends EventTarget {
  readyState: MediaStreamTrackState = 'live';
  enabled = true;
  muted = false;
  applied: MediaTrackConstraints | undefined;
  constructor(
    readonly kind: 'video' | 'audio',
    readonly deviceId: string = kind,
  ) {
    super();
  }
  stop() {
    this.readyState = 'ended';
  }
  /** The system takes it away, as an incoming phone call does. */
  end() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  /** The system takes it for a while, and gives it back. */
  mute(muted = true) {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
  async applyConstraints(constraints: MediaTrackConstraints) {
    this.applied = constraints;
  }
  getSettings() {
    return { deviceId: this.deviceId };
  }
}

/** Every track that was opened is kept in `opened`. */
export class FakeDevices implements Devices {
  readonly opened: FakeMediaTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  /** Names of the errors that the devices fail with. */
  failing: Partial<Record<Device, string>> = {};
  granted: Device[] = [];
  /** Ids of the devices that are there; the first is the system's own choice. */
  plugged: Record<Device, string[]> = { camera: ['video', 'cam-2'], microphone: ['audio', 'mic-2'] };
  private readonly listeners = new Set<() => void>();
  /** Questions wait for this. */
  answer: Promise<void> = Promise.resolve();

  async getUserMedia(constraints: MediaStreamConstraints) {
    this.asked.push(constraints);
    await this.answer;
    const failure = (constraints.video && this.failing.camera) || (constraints.audio && this.failing.microphone);
    if (failure) throw new DOMException('', failure);
    const open = (kind: 'video' | 'audio', device: Device) => {
      const wanted = constraints[kind];
      if (!wanted) return [];
      const { exact } = ((wanted as MediaTrackConstraints).deviceId ?? {}) as { exact?: string };
      if (exact && !this.plugged[device].includes(exact)) throw new DOMException('', 'OverconstrainedError');
      const id = exact ?? this.plugged[device][0];
      if (!id) throw new DOMException('', 'NotFoundError');
      return [new FakeMediaTrack(kind, id)];
    };
    const [video, audio] = [open('video', 'camera'), open('audio', 'microphone')];
    this.opened.push(...video, ...audio);
    return { getVideoTracks: () => video, getAudioTracks: () => audio } as unknown as MediaStream;
  }

  async isGranted(device: Device) {
    return this.granted.includes(device);
  }

  async list(device: Device) {
    return this.plugged[device].map((deviceId) => ({ deviceId, label: `The ${deviceId}` }));
  }

  onChange(listener: () => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Other devices are there from now on; those that are gone end. */
  plug(plugged: Partial<Record<Device, string[]>>) {
    this.plugged = { ...this.plugged, ...plugged };
    const there = Object.values(this.plugged).flat();
    for (const track of this.opened) if (track.readyState === 'live' && !there.includes(track.deviceId)) track.end();
    for (const listener of [...this.listeners]) listener();
  }

  /** Listeners that nobody has taken back. */
  heard = () => this.listeners.size;

  live = () => this.opened.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);
}

export class FakePage implements Page {
  private readonly target = new EventTarget();
  private hidden = false;
  private listeners = 0;
  blocked: FailureCode | null = null;

  obstacle = () => this.blocked;
  isHidden = () => this.hidden;
  reloaded = false;
  isReload = () => this.reloaded;
  on(event: string, listener: () => void) {
    this.listeners++;
    this.target.addEventListener(event, listener);
  }
  off(event: string, listener: () => void) {
    this.listeners--;
    this.target.removeEventListener(event, listener);
  }
  /** Listeners that nobody has taken back. */
  heard = () => this.listeners;
  hide(hidden = true) {
    this.hidden = hidden;
    this.target.dispatchEvent(new Event('visibilitychange'));
  }
  leave() {
    this.target.dispatchEvent(new Event('pagehide'));
  }
}

function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

/** A memory of a tab and a browser that nobody has used yet. */
export function freshMemory() {
  const [tab, browser] = [fakeStorage(), fakeStorage()];
  return new Memory({ tab: () => tab, browser: () => browser });
}

/** A promise and the means to settle it. */
export function deferred<T = void>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

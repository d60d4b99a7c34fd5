import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { DeviceOwner, type DeviceState } from './device-owner';
import type { Device, Devices, Listed } from './devices';
import { Opener } from './opener';

export type MediaState = Readonly<Record<Device, DeviceState>>;

const BOTH = ['camera', 'microphone'] as const;
/** Ids under which Chromium lists the system's own choices a second time. */
const VIRTUAL = ['default', 'communications'];

/** Camera and microphone from the door to the end of a visit. Knows nothing of LiveKit, so that the preview is there before that code is. */
export class LocalMedia implements Record<Device, DeviceOwner> {
  readonly camera: DeviceOwner;
  readonly microphone: DeviceOwner;
  readonly store: Store<MediaState>;
  /** A microphone that came after the call was opened, and is not used yet. */
  readonly offer = new Store<Listed | null>(null);
  private known: Set<string> | null = null;
  private unlisten: (() => void) | null = null;

  constructor(
    private readonly devices: Devices,
    readonly memory: Memory,
  ) {
    const opener = new Opener(devices);
    this.camera = new DeviceOwner('camera', opener, () => memory.choices().camera);
    this.microphone = new DeviceOwner('microphone', opener, () => memory.choices().microphone);
    this.store = new Store(this.read());
    for (const device of BOTH) this[device].store.subscribe(() => this.store.set(this.read()));
  }

  private read = (): MediaState => ({ camera: this.camera.store.get(), microphone: this.microphone.store.get() });

  /** Opens the wanted devices that are not open yet, also those that failed before; one question to the browser at a time. */
  readonly open = async () => {
    this.unlisten ??= this.devices.onChange(this.onDevices);
    await Promise.all(BOTH.map((device) => this[device].open()));
    // Before something was allowed, a browser tells of no device.
    await this.lookForNew(await this.devices.list('microphone'));
  };

  /** What is wanted before anything is open: the wishes of before. */
  want(wanted: Record<Device, boolean>) {
    for (const device of BOTH) void this[device].set(wanted[device]);
  }

  wishes = (): Record<Device, boolean> => ({ camera: this.read().camera.on, microphone: this.read().microphone.on });

  readonly choices = () => this.memory.choices();

  readonly choose = (device: Device, deviceId: string) => {
    this.memory.choose({ [device]: deviceId });
    return this[device].change({ deviceId });
  };

  /** Opens again what is wanted and gives nothing: an incoming phone call takes both devices away on iOS. */
  async reopen() {
    await Promise.all(BOTH.map((device) => this[device].reopen()));
  }

  private onDevices = async () => {
    const [cameras, microphones] = await Promise.all([this.devices.list('camera'), this.devices.list('microphone')]);
    this.camera.onDevices(cameras.map(({ deviceId }) => deviceId));
    this.microphone.onDevices(microphones.map(({ deviceId }) => deviceId));
    await this.lookForNew(microphones);
  };

  /** A microphone that has just come is most often a headset that somebody puts on to be heard by it. */
  private async lookForNew(now: Listed[]) {
    const before = this.known;
    this.known = new Set(now.map(({ deviceId }) => deviceId));
    const offered = this.offer.get();
    if (offered && !this.known.has(offered.deviceId)) this.offer.set(null);
    // The system's own choice is listed besides as what it is.
    const fresh = before?.size && now.find(({ deviceId }) => !before.has(deviceId) && !VIRTUAL.includes(deviceId));
    if (!fresh || fresh.deviceId === this.memory.choices().microphone) return;
    if (this.memory.choices().takesNew) await this.choose('microphone', fresh.deviceId);
    else this.offer.set(fresh);
  }

  readonly takeOffer = () => {
    const offered = this.offer.get();
    this.offer.set(null);
    return offered ? this.choose('microphone', offered.deviceId) : undefined;
  };

  /** Lets both go, and keeps what was wanted. */
  release() {
    this.unlisten?.();
    this.unlisten = null;
    this.known = null;
    this.offer.set(null);
    for (const device of BOTH) this[device].release();
  }
}

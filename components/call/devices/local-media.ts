import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { DeviceOwner, type DeviceState } from './device-owner';
import type { Device, Devices } from './devices';
import { Opener } from './opener';

export type MediaState = Readonly<Record<Device, DeviceState>>;

const BOTH = ['camera', 'microphone'] as const;

/** Camera and microphone from the door to the end of a visit. Knows nothing of LiveKit, so that the preview is there before that code is. */
export class LocalMedia implements Record<Device, DeviceOwner> {
  readonly camera: DeviceOwner;
  readonly microphone: DeviceOwner;
  readonly store: Store<MediaState>;
  private unlisten: (() => void) | null = null;

  constructor(
    private readonly devices: Devices,
    private readonly memory: Memory,
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

  /** Opens again what is wanted and gives nothing. */
  async reopen() {
    await Promise.all(BOTH.map((device) => this[device].reopen()));
  }

  private onDevices = async () => {
    for (const device of BOTH) this[device].onDevices(await this.devices.ids(device));
  };

  /** Lets both go, and keeps what was wanted. */
  release() {
    this.unlisten?.();
    this.unlisten = null;
    for (const device of BOTH) this[device].release();
  }
}

export type Device = 'camera' | 'microphone';

export interface Listed {
  deviceId: string;
  label: string;
}

/** A browser's camera and microphone, as far as the call opens them itself. */
export interface Devices {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** True where the person has allowed this device already; false where the browser does not tell. */
  isGranted(device: Device): Promise<boolean>;
  /** Those that are there; none where the browser does not tell yet. */
  list(device: Device): Promise<Listed[]>;
  /** Calls `listener` whenever a device came or went, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

const KIND = { camera: 'videoinput', microphone: 'audioinput' } as const;

export const browserDevices: Devices = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  async isGranted(device) {
    try {
      return (await navigator.permissions.query({ name: device as PermissionName })).state === 'granted';
    } catch {
      return false;
    }
  },
  async list(device) {
    const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    return all.filter(({ kind, deviceId }) => kind === KIND[device] && deviceId);
  },
  onChange(listener) {
    navigator.mediaDevices.addEventListener('devicechange', listener);
    return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
  },
};

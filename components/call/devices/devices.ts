export type Device = 'camera' | 'microphone';

/** A browser's camera and microphone, as far as the call opens them itself. */
export interface Devices {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** True where the person has allowed this device already; false where the browser does not tell. */
  isGranted(device: Device): Promise<boolean>;
}

export const browserDevices: Devices = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  async isGranted(device) {
    try {
      return (await navigator.permissions.query({ name: device as PermissionName })).state === 'granted';
    } catch {
      return false;
    }
  },
};

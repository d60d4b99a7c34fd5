import type { Device } from './devices';

/** The device that is asked for: one by its id, or the camera of one side of a phone. */
export interface Wanted {
  deviceId?: string;
  facing?: 'user' | 'environment';
}

/** `ideal` ids are no more than a hint, and current Chromium ignores them: whoever asks by id asks for that one, or has to ask again. */
export const constraintsOf = (device: Device, wanted: Wanted): MediaTrackConstraints =>
  device === 'camera' ? cameraConstraints(wanted) : microphoneConstraints(wanted);

const cameraConstraints = ({ deviceId, facing = 'user' }: Wanted): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: facing }),
});

const microphoneConstraints = ({ deviceId }: Wanted): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(deviceId && { deviceId: { exact: deviceId } }),
});

import type { Device, Devices } from './devices';

export type DeviceProblem = 'denied' | 'missing' | 'busy';
export type Outcome = { track: MediaStreamTrack } | { problem: DeviceProblem };
type Asked = Partial<Record<Device, MediaTrackConstraints>>;

/** The names of getUserMedia's refusals differ between browsers and are gathered here. */
export function problemOf(error: unknown): DeviceProblem {
  switch ((error as { name?: string } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
    case 'PermissionDeniedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** Opens all devices asked for with one question to the person; where that fails each is tried alone, so that one missing device costs only itself. */
export async function acquire(devices: Devices, asked: Asked): Promise<Partial<Record<Device, Outcome>>> {
  const kinds = (['camera', 'microphone'] as const).filter((device) => asked[device]);
  if (kinds.length === 0) return {};
  try {
    const stream = await devices.getUserMedia({ video: asked.camera ?? false, audio: asked.microphone ?? false });
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    return { ...(video && { camera: { track: video } }), ...(audio && { microphone: { track: audio } }) };
  } catch (error) {
    const problem = problemOf(error);
    const result: Partial<Record<Device, Outcome>> = {};
    for (const device of kinds) {
      // Asking again right after a refusal would put the same question twice.
      const again = kinds.length > 1 && (problem !== 'denied' || (await devices.isGranted(device)));
      result[device] = again ? (await acquire(devices, { [device]: asked[device] }))[device] : { problem };
    }
    return result;
  }
}

import type { DeviceProblem } from './acquire';
import type { DeviceState } from './device-owner';
import type { MediaState } from './local-media';

export type MediaProblem = `${DeviceProblem}_${'both' | 'camera' | 'microphone'}`;

/** What is to be told of one device, or null. */
export const told = ({ on, problem }: DeviceState) => (on && problem !== 'unsent' ? problem : null);

/** The problems to be told of camera and microphone: one when both fail alike. */
export function mediaProblem({ camera, microphone }: Pick<MediaState, 'camera' | 'microphone'>): MediaProblem[] {
  const [of, and] = [told(camera), told(microphone)];
  if (of && of === and) return [`${of}_both`];
  return [of && (`${of}_camera` as const), and && (`${and}_microphone` as const)].filter((problem) => problem !== null);
}

import type { DeviceProblem } from './acquire';
import type { MediaState } from './local-media';

export type MediaProblem = `${DeviceProblem}_${'both' | 'camera' | 'microphone'}`;

/** The problems to be told of camera and microphone: one when both fail alike. */
export function mediaProblem({ camera, microphone }: Pick<MediaState, 'camera' | 'microphone'>): MediaProblem[] {
  const of = camera.on ? camera.problem : null;
  const and = microphone.on ? microphone.problem : null;
  if (of && of === and) return [`${of}_both`];
  return [of && (`${of}_camera` as const), and && (`${and}_microphone` as const)].filter((problem) => problem !== null);
}

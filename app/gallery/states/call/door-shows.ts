/** Doors of the gallery: every problem with devices that has words, and what stands there without one. */
export const DOOR_SHOWS = [
  'checking',
  'opening',
  'ready',
  'everything off',
  'denied both',
  'denied camera',
  'denied microphone',
  'missing both',
  'missing camera',
  'missing microphone',
  'busy both',
  'busy camera',
  'busy microphone',
] as const;
export type DoorShow = (typeof DOOR_SHOWS)[number];

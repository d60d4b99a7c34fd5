/** Calls of the gallery: who is there, what is sent, how the connection is, which panel is open. */
export const IN_CALL_SHOWS = [
  'connecting',
  'waiting',
  'face',
  'camera off',
  'muted and off',
  'hand',
  'restoring',
  'poor',
  'lost',
  'chat empty',
  'chat',
  'unread',
  'more',
  'details',
  'another doctor',
] as const;
export type InCallShow = (typeof IN_CALL_SHOWS)[number];

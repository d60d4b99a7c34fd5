import type { FailureCode } from './failure';
import type { CallRoom } from './room';

/** The connection of someone in the call. */
export type Link = 'connecting' | 'up' | 'restoring';

/** `connecting` lasts while the code is still on its way; with it there, the stage is shown and its link connects. */
export type CallState =
  | { at: 'checking' }
  | { at: 'prejoin' }
  | { at: 'connecting' }
  | { at: 'in_call'; call: CallRoom; link: Link }
  | { at: 'left' }
  | { at: 'failed'; code: FailureCode };

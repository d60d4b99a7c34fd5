import type { FailureCode } from './failure';
import type { CallRoom } from './room';

/** The connection of someone in the call. */
export type Link = 'connecting' | 'up' | 'restoring';

/**
 * `connecting` lasts while the code is still on its way; with it there, the stage is shown and its link connects. At the door the call
 * stands ready as soon as its code is there.
 */
export type CallState =
  | { at: 'checking' }
  | { at: 'prejoin'; call: CallRoom | null }
  | { at: 'connecting' }
  | { at: 'in_call'; call: CallRoom; link: Link }
  | { at: 'left' }
  | { at: 'failed'; code: FailureCode };

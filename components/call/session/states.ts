import type { CallRoom } from './room';

/** Why a call cannot be opened or ended against the person's will; each has its words under call.words.failed. */
export type FailureCode =
  | 'unsupported'
  | 'insecure'
  | 'site_unreachable'
  | 'call_unavailable'
  | 'connection_failed'
  | 'elsewhere'
  | 'too_late'
  | 'too_early'
  | 'appointment_canceled'
  | 'appointment_over'
  | 'appointment_changed'
  | 'signed_out'
  | 'too_many_requests'
  | 'unknown';

/** How the connection of someone in the call stands. */
export type Link = 'connecting' | 'up' | 'restoring';

/** `connecting` lasts while the code is still on its way; with it there, the stage is shown and its link connects. */
export type CallState =
  | { at: 'checking' }
  | { at: 'prejoin' }
  | { at: 'connecting' }
  | { at: 'in_call'; call: CallRoom; link: Link }
  | { at: 'left' }
  | { at: 'failed'; code: FailureCode };

/** What a person can do about a failure. */
export type WayOn = 'try_again' | 'take_here' | 'sign_in' | 'none';

export function wayOn(code: FailureCode): WayOn {
  switch (code) {
    case 'elsewhere':
      return 'take_here';
    case 'signed_out':
      return 'sign_in';
    case 'site_unreachable':
    case 'call_unavailable':
    case 'connection_failed':
    case 'too_many_requests':
    case 'unknown':
      return 'try_again';
    default:
      return 'none';
  }
}

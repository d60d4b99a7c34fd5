/** The reasons for which a call cannot be opened or ended against the person's will; each has its words under call.words.failed. */
export type FailureCode =
  | 'unsupported'
  | 'insecure'
  | 'site_unreachable'
  | 'call_unavailable'
  | 'connection_failed'
  | 'elsewhere'
  | 'in_another_call'
  | 'too_late'
  | 'too_early'
  | 'appointment_canceled'
  | 'appointment_over'
  | 'appointment_changed'
  | 'signed_out'
  | 'too_many_requests'
  | 'unknown';

/** The failure that a refusal of the token means (codes of lib/platform/problems). */
export function failureOf(code: string): FailureCode {
  switch (code) {
    case 'signed_out':
    case 'too_late':
    case 'too_early':
    case 'too_many_requests':
    case 'call_unavailable':
    case 'site_unreachable':
    case 'appointment_canceled':
    case 'appointment_over':
    case 'in_another_call':
      return code;
    case 'call_taken':
      return 'elsewhere';
    case 'appointment_not_found':
    case 'appointment_not_confirmed':
    case 'appointment_declined':
    case 'not_a_video_visit':
      return 'appointment_changed';
    default:
      return 'unknown';
  }
}

export type WayOn = 'try_again' | 'take_here' | 'leave_other' | 'sign_in' | 'none';

/** The way on that a failure leaves a person. Failures that may pass by themselves are those to try again. */
export function wayOn(code: FailureCode): WayOn {
  switch (code) {
    case 'elsewhere':
      return 'take_here';
    case 'in_another_call':
      return 'leave_other';
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

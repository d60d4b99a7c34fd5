/** Every expected refusal, with its HTTP status. Words for people stand in messages under `problems`. */
const STATUS = {
  signed_out: 401,
  foreign_origin: 403,
  too_many_requests: 429,
  invalid_request: 400,
  too_large: 413,
  method_not_allowed: 405,
  forbidden: 403,
  email_not_confirmed: 403,
  not_found: 404,
  person_not_found: 404,
  appointment_not_found: 404,
  not_a_video_visit: 409,
  appointment_not_confirmed: 409,
  appointment_canceled: 409,
  appointment_declined: 409,
  appointment_over: 409,
  appointment_changed: 409,
  slot_taken: 409,
  same_doctor: 409,
  same_time: 422,
  series_collision: 409,
  series_time_skipped: 422,
  series_time_ambiguous: 422,
  series_too_short: 422,
  series_too_long: 422,
  in_the_past: 422,
  too_soon: 422,
  too_far: 422,
  outside_hours: 422,
  visit_type_not_offered: 422,
  key_reused: 422,
  doctor_not_found: 404,
  patient_not_found: 404,
  too_early: 403,
  too_late: 403,
  in_another_call: 409,
  call_taken: 409,
  call_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUS;

export const PROBLEM_CODES = Object.keys(STATUS) as ProblemCode[];

/** The HTTP status of a refusal. */
export const statusOf = (code: ProblemCode): number => STATUS[code];

export const FORM_NAMES = [
  'sign in',
  'sign up',
  'forgot password',
  'choose a password',
  'change the password',
  'profile of a patient',
  'profile of a doctor',
  'invite',
  'book',
  'book for a patient',
  'move',
  'move to a typed time',
  'act on a visit',
  'hand over',
  'hours',
] as const;
export type FormName = (typeof FORM_NAMES)[number];

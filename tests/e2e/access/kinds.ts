/** Every kind of actor that a page, handler or action can meet. `disabled`: a session from before the account was disabled. */
export const KINDS = ['signedOut', 'patient', 'otherPatient', 'doctor', 'otherDoctor', 'admin', 'disabled'] as const;
export type Kind = (typeof KINDS)[number];

/** The outcome for each of them: the compiler asks for all seven. */
export type Row<T> = Record<Kind, T>;

type SignedIn = Exclude<Kind, 'signedOut' | 'disabled'>;

export const everyone = <T>(outcome: T): Row<T> => signedIn(outcome, outcome);

/** One answer for whoever is signed in, another for who is not or not any more. */
export const signedIn = <T>(outcome: T, nobody: T): Row<T> =>
  each(nobody, { patient: outcome, otherPatient: outcome, doctor: outcome, otherDoctor: outcome, admin: outcome });

/** An answer for each who is signed in, another for who is not or not any more. */
export const each = <T>(nobody: T, outcomes: Record<SignedIn, T>): Row<T> => ({
  signedOut: nobody,
  disabled: nobody,
  ...outcomes,
});

/** By role alone. */
export const byRole = <T>(nobody: T, { patient, doctor, admin }: Record<'patient' | 'doctor' | 'admin', T>): Row<T> =>
  each(nobody, { patient, otherPatient: patient, doctor, otherDoctor: doctor, admin });

/** The two whose appointment it is, the front desk, and those whom it is no business of. */
export const byParty = <T>(nobody: T, stranger: T, parties: Record<'patient' | 'doctor' | 'admin', T>): Row<T> =>
  each(nobody, { otherPatient: stranger, otherDoctor: stranger, ...parties });

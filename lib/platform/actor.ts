export type Role = 'patient' | 'doctor' | 'admin';

declare const proven: unique symbol;

/** Someone whose session was checked against the database in this request. Only accounts/queries makes one. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** IANA name of the person's own time zone. */
  readonly zone: string;
  /** Chosen language (BCP 47), or null: the browser's. */
  readonly locale: string | null;
  readonly [proven]: true;
}

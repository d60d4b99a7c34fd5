export type Role = 'patient' | 'doctor' | 'admin';

declare const proven: unique symbol;

/** Someone whose session was checked against the database in this request. Only accounts/queries/actor makes one. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** IANA name of the person's own time zone. */
  readonly zone: string;
  /** Chosen language (BCP 47), or null: the browser's. */
  readonly locale: string | null;
  /** The sign-in by which they came. */
  readonly session: ActorSession;
  readonly [proven]: true;
}

export interface ActorSession {
  readonly id: string;
  /** To some minutes. */
  readonly usedAt: Date;
  /** When the password was last given. */
  readonly provenAt: Date;
}

declare const subscribed: unique symbol;

/** Someone whose feed a calendar program reads: the secret address proved it, and allows nothing else. Only notifications/queries/feed-reader makes one. */
export interface FeedReader {
  readonly id: string;
  readonly role: 'patient' | 'doctor';
  readonly locale: string | null;
  readonly [subscribed]: true;
}

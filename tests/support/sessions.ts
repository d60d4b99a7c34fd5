import { beginSession, type Proven } from '@/lib/accounts/commands/sessions';

/** A browser that says nothing of itself and has no session. */
export const DEVICE = { userAgent: null, before: null, known: null };

/** A session of somebody who was just proven. */
export const sessionFor = (proven: Proven) => beginSession(proven, DEVICE, new Date());

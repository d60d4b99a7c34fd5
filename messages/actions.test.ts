import { expect, it } from 'vitest';
import type { AuditActions } from '@/lib/platform/audit';
import en from './en.json';
import es from './es.json';

/** The compiler is the first test: `tsc` fails where an act on an appointment has no words. */
const DID: Record<AuditActions['appointment'] | 'other', string>[] = [en.appointment.did, es.appointment.did];

it('every act on an appointment has words in its history', () => {
  for (const words of DID) for (const [action, text] of Object.entries(words)) expect(text, action).toBeTruthy();
});

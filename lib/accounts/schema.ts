import { z } from 'zod';
import { isZone, LOCALES } from '@/lib/accounts/policy';
import { normalisedPassword } from '@/lib/platform/passwords';

/** UTF-16 units of a password as it comes, before it is read. A keyboard may write three for one character, which counts as one. */
export const MOST_TYPED = 1_000;
const password = z.string().min(1).max(MOST_TYPED);

export const credentials = z.object({ email: z.string().trim().toLowerCase().min(3).max(254), password });

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** What is wrong with a password's length, in characters (code points) once it is normalised; null: nothing. */
export function lengthFault(typed: string): 'short' | 'long' | null {
  if (typed.length > MOST_TYPED) return 'long';
  const characters = [...normalisedPassword(typed)].length;
  if (characters < MIN_PASSWORD) return 'short';
  return characters > MAX_PASSWORD ? 'long' : null;
}

export const chosenPassword = z.string().refine((typed) => lengthFault(typed) === null);

export const newPassword = z.object({ current: password, next: chosenPassword });
export type NewPassword = z.infer<typeof newPassword>;

export const personId = z.uuid();
export const linkId = z.uuid();
export const sessionId = z.uuid();

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** A name in one line, as it stands on a door: no control characters, and nothing that a mail program would make a link of. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}<>@]*$/u)
  .regex(/^(?!.*(\/\/|www\.))/i);
/** A telephone number as people write it: it is a person who calls it. */
const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^$|^\+?[\d\s()./-]*\d[\d\s()./-]*$/)
  .transform((text) => text || null);
const locale = z.enum(LOCALES);
/** A language tag: "en", "pt-BR". */
const languages = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)).max(20);
const specialty = z.string().trim().min(1).max(100);
/** IANA name. */
export const zone = z.string().max(64).refine(isZone);

export const emailOnly = z.object({ email });

export const signUpInput = z.object({ name, email, phone, zone, locale });
export type SignUpInput = z.infer<typeof signUpInput>;

export const firstPassword = z.object({ password: chosenPassword, zone });
export const resetInput = z.object({ password: chosenPassword });

export const profileInput = z.object({ name, phone, zone });
export type ProfileInput = z.infer<typeof profileInput>;

export const doctorInput = z.object({ specialty, languages: languages.min(1) });
export type DoctorInput = z.infer<typeof doctorInput>;

export const doctorProfileInput = profileInput.extend(doctorInput.shape);

export const adminInput = z.object({ email, name, language: locale.default('en') });
export type AdminInput = z.infer<typeof adminInput>;

const invited = { name, email, locale };
export const invitationInput = z.discriminatedUnion('role', [
  z.object({ role: z.literal('patient'), ...invited }),
  z.object({ role: z.literal('admin'), ...invited }),
  z.object({ role: z.literal('doctor'), ...invited, ...doctorInput.shape }),
]);
export type InvitationInput = z.infer<typeof invitationInput>;

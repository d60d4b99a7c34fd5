import 'server-only';
import { getTranslations } from 'next-intl/server';
import { lengthFault } from '@/lib/accounts/schema';
import { textOf } from '@/lib/platform/schema';
import type { Guarded } from './ask-password';
import { faultText } from './password-words';
import type { FormOutcome } from './use-account-form';

type Refusal = Extract<FormOutcome, { ok: false }>;

/** Refuses a form for its fields: what is wrong with each, in words, each field once, in the order of the schema. */
export async function fieldErrors(
  issues: readonly { path: PropertyKey[] }[],
  input: Record<string, unknown>,
): Promise<Refusal> {
  const t = await getTranslations('formErrors');
  const errors: Record<string, string> = {};
  for (const { path } of issues) {
    const field = String(path[0]);
    const given = input[field];
    const empty = Array.isArray(given) ? given.length === 0 : !textOf(given).trim();
    const missing = `${field}Missing`;
    errors[field] ??=
      field === 'password'
        ? await passwordError(textOf(given), t)
        : empty && t.has(missing as never)
          ? t(missing as never)
          : t(`${field}Wrong` as never);
  }
  return { ok: false, text: t('summary', { count: Object.keys(errors).length }), errors };
}

async function passwordError(given: string, t: Awaited<ReturnType<typeof getTranslations<'formErrors'>>>) {
  return given ? faultText(lengthFault(given) ?? 'short') : t('passwordMissing');
}

/** Refuses a form for one field, with a reason (`error`) of its own. */
export async function fieldRefused(field: string, error: string): Promise<Refusal> {
  const t = await getTranslations('formErrors');
  return { ok: false, text: t('summary', { count: 1 }), errors: { [field]: error } };
}

/** Refuses a form as a whole. */
export async function wholeRefused({ code, retryAfter = 60 }: { code: string; retryAfter?: number }): Promise<Refusal> {
  const t = await getTranslations('formErrors');
  if (code === 'links_mailed') return { ok: false, text: t('linksMailed') };
  const text = code === 'too_many_requests' ? t('tooMany', { minutes: Math.ceil(retryAfter / 60) }) : t('failed');
  return { ok: false, text };
}

/** Refuses a form until the password is given again. */
export async function askForPassword(): Promise<Refusal> {
  return { ok: false, text: (await getTranslations('formErrors'))('passwordNeeded'), passwordNeeded: true };
}

/** What a button is told of a command that may need the password. */
export const guarded = (result: { ok: true } | { ok: false; code: string }): Guarded =>
  result.ok ? 'done' : result.code === 'password_needed' ? 'password_needed' : 'refused';

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { fieldErrors, wholeRefused } from '@/components/accounts/form-errors';
import type { PasswordFailure } from '@/components/accounts/password-form';
import { faultText, saidOf } from '@/components/accounts/password-words';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import type { Said } from '@/components/accounts/use-said';
import { judgeOwnPassword } from '@/lib/accounts/commands/judge-password';
import { changePassword } from '@/lib/accounts/commands/password';
import { chooseLocale, saveProfile } from '@/lib/accounts/commands/profile';
import { isLocale } from '@/lib/accounts/policy';
import { currentActor, isPageOf } from '@/lib/accounts/queries/actor';
import { doctorInput, doctorProfileInput, lengthFault, newPassword, profileInput } from '@/lib/accounts/schema';
import { clearSessionCookie } from '@/lib/adapters/session';
import { hasOuterSpaces } from '@/lib/platform/passwords';
import { formOf, textOf } from '@/lib/platform/schema';

/** Sets the own language; anything but one of ours means the browser's. */
export async function saveLanguage(form: FormData): Promise<void> {
  const actor = await pageActor();
  const locale = formOf(form).get('locale');
  await chooseLocale(actor, isLocale(locale) ? locale : null);
  // The frame around the page speaks a language too.
  revalidatePath('/', 'layout');
  redirect('/account?saved=language');
}

/** Saves the actor's own details; a doctor's specialty and languages too. */
export async function saveOwnProfile(sent: FormData): Promise<FormOutcome> {
  const actor = await pageActor();
  const form = formOf(sent);
  const isDoctor = actor.role === 'doctor';
  const given = { ...Object.fromEntries(form), languages: form.getAll('languages') };
  const input = (isDoctor ? doctorProfileInput : profileInput).safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const { name, phone, zone } = input.data;
  const doctor = isDoctor ? doctorInput.parse(given) : undefined;
  const result = await saveProfile(actor, { name, phone, zone }, doctor);
  if (!result.ok) return wholeRefused(result);
  // The frame says the name, and every page times.
  revalidatePath('/', 'layout');
  return { ok: true };
}

/** Changes the own password and ends this session with all others; returns the reason when it was refused. */
export async function savePassword(current: string, next: string): Promise<PasswordFailure> {
  const actor = await pageActor();
  const t = await getTranslations('account');
  const input = newPassword.safeParse({ current, next });
  if (!input.success) {
    const length = lengthFault(textOf(next));
    if (length) return { field: 'next', text: await faultText(length) };
    return { field: 'current', text: t('wrongPassword') };
  }
  const result = await changePassword(actor, input.data, new Date());
  if (result.ok) {
    await clearSessionCookie();
    redirect(`/sign-in?changed=1${result.feedRenewed ? '&feed=1' : ''}`);
  }
  if (result.code === 'wrong_password') {
    return { field: 'current', text: t(hasOuterSpaces(input.data.current) ? 'wrongPasswordSpaces' : 'wrongPassword') };
  }
  if (result.code === 'password_refused') return { field: 'next', text: await faultText(result.why) };
  if (result.code !== 'too_many_requests') return { field: null, text: t('failed') };
  return { field: null, text: t('tooMany', { minutes: Math.ceil((result.retryAfter ?? 60) / 60) }) };
}

/** Says of a new password what is to be said while it is typed. Whoever is not signed in any more is led nowhere by that: the page is about to go. */
export async function judgePassword(typed: string): Promise<Said> {
  const actor = await currentActor();
  return actor && (await isPageOf(actor)) ? saidOf(await judgeOwnPassword(actor, textOf(typed))) : null;
}

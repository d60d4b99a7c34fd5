'use client';

import { type FormEvent, useRef, useState } from 'react';
import { EmailField } from '@/components/ui/email-field';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestSignIn, type SignInFailure } from './request-sign-in';

export interface SignInWords {
  email: string;
  password: string;
  submit: string;
  submitting: string;
  emailMissing: string;
  passwordMissing: string;
  wrong_credentials: string;
  unreachable: string;
  failed: string;
  waitMinute: string;
  /** "#" stands for the number, which only the refusal knows. */
  waitMinutes: string;
  show: string;
  hide: string;
  showPassword: string;
  hidePassword: string;
}

function sentence(words: SignInWords, failure: SignInFailure): string {
  if (failure.code !== 'too_many_requests') return words[failure.code];
  const minutes = Math.ceil(failure.seconds / 60);
  return minutes > 1 ? words.waitMinutes.replace('#', String(minutes)) : words.waitMinute;
}

interface SignInFormProps {
  words: SignInWords;
  /** A path on this site. */
  goTo: string;
}

export function SignInForm({ words, goTo }: SignInFormProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [missing, setMissing] = useState({ email: false, password: false });
  const form = useRef<HTMLFormElement>(null);

  const focus = (name: string) => (form.current?.elements.namedItem(name) as HTMLInputElement | null)?.focus();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))];
    setMissing({ email: !email, password: !password });
    setFailure(null);
    if (!email || !password) return focus(email ? 'password' : 'email');
    setBusy(true);
    const failed = await requestSignIn(email, password);
    if (!failed) return location.assign(goTo);
    setBusy(false);
    setFailure(failed);
    focus('password');
  }

  return (
    // Post, so that in no case a password ends up in an address.
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
      <EmailField autoComplete="username" label={words.email} error={missing.email ? words.emailMissing : null} />
      <PasswordField
        id="password"
        name="password"
        autoComplete="current-password"
        words={words}
        label={words.password}
        error={missing.password ? words.passwordMissing : null}
      />
      <div role="alert">
        {failure && <p className="rounded-m bg-no-wash px-4 py-3 font-semibold text-no">{sentence(words, failure)}</p>}
      </div>
      <SubmitButton pending={busy} busy={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

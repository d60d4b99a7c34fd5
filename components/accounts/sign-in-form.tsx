'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { EmailField } from '@/components/ui/email-field';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { hasOuterSpaces } from '@/lib/platform/passwords';
import { requestSignIn, type SignInFailure } from './request-sign-in';
import { useSignedInElsewhere } from './use-signed-in-elsewhere';

/** What brings a notice here, in the address. */
const SAID = ['out', 'changed', 'feed', 'known'];

interface SignInFormProps {
  /** A path on this site. */
  goTo: string;
  /** What brought somebody here; it is said until there is something newer. */
  notice: { text: string; neutral: boolean } | null;
}

/** The sign-in form. E-mail and password stay as they are when they are refused. */
export function SignInForm({ goTo, notice }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [spaced, setSpaced] = useState(false);
  const [tried, setTried] = useState(false);
  const [missing, setMissing] = useState({ email: false, password: false });
  const form = useRef<HTMLFormElement>(null);
  const tellOthers = useSignedInElsewhere();

  const focus = (name: string) => (form.current?.elements.namedItem(name) as HTMLInputElement | null)?.focus();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))];
    setMissing({ email: !email, password: !password });
    setFailure(null);
    setTried(true);
    if (!email || !password) return focus(email ? 'password' : 'email');
    setBusy(true);
    const failed = await requestSignIn(email, password);
    if (!failed) {
      tellOthers();
      return location.assign(goTo);
    }
    setBusy(false);
    setFailure(failed);
    setSpaced(hasOuterSpaces(password));
    focus('password');
  }

  const sentence =
    failure?.code === 'too_many_requests'
      ? t('wait', { minutes: Math.ceil(failure.seconds / 60) })
      : failure && t(failure.code) + (failure.code === 'wrong_credentials' && spaced ? ` ${t('spaces')}` : '');
  return (
    // Post, so that in no case a password ends up in an address.
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
      {!tried && <Notice text={notice?.text ?? ''} neutral={notice?.neutral} once={SAID} />}
      <EmailField autoComplete="username" label={t('email')} error={missing.email ? t('emailMissing') : null} />
      <PasswordField
        id="password"
        name="password"
        autoComplete="current-password"
        label={t('password')}
        error={missing.password ? t('passwordMissing') : null}
      />
      <div role="alert">
        {sentence && <p className="rounded-m bg-no-wash px-4 py-3 font-semibold text-no">{sentence}</p>}
      </div>
      <SubmitButton pending={busy} busy={t('submitting')}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}

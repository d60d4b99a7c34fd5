'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { useSend } from '@/components/ui/use-send';

interface SignOutProps {
  /** Leaves the page. */
  signOut: () => Promise<void>;
  look: string;
  children: ReactNode;
}

/** The button that signs out. Whoever is not signed out by it reads so: somebody else may use the device next. */
export function SignOut({ signOut, look, children }: SignOutProps) {
  const t = useTranslations('signOut');
  const { failure, send } = useSend(t('unreachable'));
  function submit(event: FormEvent) {
    event.preventDefault();
    send(async () => {
      try {
        await signOut();
        return { ok: true };
      } catch (error) {
        unstable_rethrow(error);
        // The answer may have been lost, and not the question.
        const { status } = await fetch('/api/session', { method: 'POST' });
        if (status !== 401) return { ok: false, text: t('failed') };
        location.assign('/sign-in?out=1');
        return { ok: true };
      }
    });
  }
  return (
    // The action by itself serves until the page's code is there.
    <form action={signOut} onSubmit={submit}>
      <button type="submit" className={look}>
        {children}
      </button>
      <Alert text={failure && !failure.ok ? failure.text : null} />
    </form>
  );
}

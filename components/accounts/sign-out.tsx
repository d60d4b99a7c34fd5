'use client';

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

/** The button that signs out. Whoever is not reached by it reads that they are still signed in: somebody else may use the device next. */
export function SignOut({ signOut, look, children }: SignOutProps) {
  const { failure, send } = useSend(useTranslations('signOut')('unreachable'));
  function submit(event: FormEvent) {
    event.preventDefault();
    send(async () => {
      await signOut();
      return { ok: true };
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

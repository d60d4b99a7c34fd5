'use client';

import { unstable_rethrow, useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';

/** The answer of a server action to the form that called it. */
export type Sent =
  | { ok: true; href?: string; text?: string }
  /** `field` names the input that it is about. */
  | { ok: false; text: string; field?: string };

type Failure = Extract<Sent, { ok: false }>;

/** Runs a server action, one at a time, and goes where it sends; what the form holds stays as it is when it refuses. */
export function useSend(unreachable: string) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);

  function send(action: () => Promise<Sent>, then?: (sent: Sent) => void) {
    if (pending) return;
    start(async () => {
      const sent = await action().catch((error): Failure => {
        // Signed out meanwhile: on to sign-in.
        unstable_rethrow(error);
        return { ok: false, text: unreachable };
      });
      start(() => {
        setFailure(sent.ok ? null : sent);
        if (sent.ok && sent.href) router.push(sent.href);
      });
      then?.(sent);
    });
  }
  return { pending, failure, setFailure, send };
}

'use client';

import { Video } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useInCall } from './use-in-call';
import { usePreloadedCall } from './use-preloaded-call';

interface JoinLinkProps {
  appointmentId: string;
  /** Path of the page to come back to. */
  from: string;
  /** Id of the element that says whose call it is. */
  describedBy: string;
  /** Fewer words and smaller targets. */
  dense: boolean;
}

/** The way into a call that is open: a link, so that it can be reached, opened and shared as one. */
export function JoinLink({ appointmentId, from, describedBy, dense }: JoinLinkProps) {
  const t = useTranslations('join');
  const [joining, setJoining] = useState(false);
  const inCall = useInCall(appointmentId);
  usePreloadedCall();
  const busy = joining || inCall;

  useEffect(() => {
    if (!joining) return;
    // Back out of the browser's cache, or a page that never came: the button must not stay dead.
    const reset = () => setJoining(false);
    const timer = setTimeout(reset, 15_000);
    addEventListener('pageshow', reset);
    return () => {
      clearTimeout(timer);
      removeEventListener('pageshow', reset);
    };
  }, [joining]);

  return (
    <Link
      href={`/appointments/${appointmentId}/call?from=${encodeURIComponent(from)}`}
      className={`button button-go w-full ${dense ? 'button-small gap-1.5 px-1' : 'px-3'}`}
      aria-describedby={describedBy}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else if (!event.metaKey && !event.ctrlKey && !event.shiftKey) setJoining(true);
      }}
    >
      <Video aria-hidden className={`shrink-0 ${dense ? 'size-4.5' : 'size-5.5'}`} />
      <span>{t(inCall ? 'inCall' : joining ? 'joining' : dense ? 'linkShort' : 'link')}</span>
    </Link>
  );
}

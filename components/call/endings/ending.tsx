import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CalledOff, CallProps } from '@/components/call/props';
import { CallUs } from './call-us';

interface EndingProps extends Pick<CallProps, 'from' | 'clinic'> {
  role: 'status' | 'alert';
  'data-call-state': 'closed' | 'failed';
  'data-call-closed'?: string;
  'data-call-failure'?: string;
  /** Buttons and links before the way back. */
  ways?: ReactNode;
  /** Adds the way on from an appointment that does not take place. */
  calledOff?: CalledOff | null;
  /** Adds a link to the page of help. */
  help?: boolean;
  /** The reason, under a heading. */
  children: ReactNode;
}

/** The page in place of a call that cannot be had: the reason, the ways on, how to reach the clinic. */
export function Ending({ role, from, clinic, ways, calledOff, help, children, ...marks }: EndingProps) {
  const t = useTranslations('call.words');
  const onward = calledOff && (calledOff.bookAt ?? '/');
  return (
    <main
      id="main"
      tabIndex={-1}
      {...marks}
      className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6 outline-none"
    >
      <div role={role} className="grid gap-3">
        {children}
      </div>
      <div className="flex flex-wrap gap-3">
        {ways}
        {onward && (
          <Link className="button button-go" href={onward} prefetch={false}>
            {t(calledOff.bookAt ? 'calledOff.book' : 'calledOff.week')}
          </Link>
        )}
        {from !== onward && (
          <Link className="button" href={from}>
            {t('back')}
          </Link>
        )}
      </div>
      <div className="grid gap-1">
        {help && (
          <a className="link inline-flex min-h-11 items-center justify-self-start" href="/help">
            {t('help')}
          </a>
        )}
        <CallUs phone={clinic.phone} />
        <p className="text-ink-2">{clinic.note}</p>
      </div>
    </main>
  );
}

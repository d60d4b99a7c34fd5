'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { namesBut } from '@/components/call/people/people';
import type { CallProps } from '@/components/call/props';
import type { JoinState } from '@/lib/appointments/policy';
import { CallUs } from './call-us';

interface ClosedProps extends CallProps {
  state: Exclude<JoinState['state'], 'open'>;
}

/** In place of the door while it is not open: the reason, and the way on. */
export function Closed({ state, roster, me, opens, closes, when, from, clinic }: ClosedProps) {
  const t = useTranslations('call.words');
  const name = useFormatter().list(namesBut(roster, me.id));
  const times = {
    openKind: opens.kind,
    openDay: opens.day,
    openTime: opens.time,
    closeKind: closes.kind,
    closeDay: closes.day,
    closeTime: closes.time,
  };
  return (
    <main
      id="main"
      data-call-state="closed"
      data-call-closed={state}
      className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6"
    >
      <div role="status" className="grid gap-3">
        <p className="text-ink-2">
          {when} · {t('prejoin.with', { name })}
        </p>
        <h1>{t(`closed.${state}.title`)}</h1>
        <p>{t(`closed.${state}.text`, times)}</p>
        {state === 'not_a_video_visit' && clinic.address && (
          <p className="font-semibold">{t('closed.comeTo', { address: clinic.address })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Link className="button" href={from}>
          {t('back')}
        </Link>
      </div>
      <div className="grid gap-1">
        <CallUs phone={clinic.phone} />
        <p className="text-ink-2">{clinic.note}</p>
      </div>
    </main>
  );
}

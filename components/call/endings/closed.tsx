'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { namesBut } from '@/components/call/people/people';
import type { CallProps } from '@/components/call/props';
import { type JoinState, joinState } from '@/lib/appointments/policy';
import { WhoCalledOff } from './called-off';
import { Ending } from './ending';

interface ClosedProps extends CallProps {
  state: Exclude<JoinState['state'], 'open'>;
}

/** What is said of it: nobody is to come to the clinic for what does not take place, or is over. */
function saidOf({ state, appointment, window }: Pick<ClosedProps, 'state' | 'appointment' | 'window'>) {
  if (state !== 'not_a_video_visit' || ['confirmed', 'pending'].includes(appointment.status)) return state;
  const of = joinState({ ...appointment, visitType: 'video' }, 0, window).state;
  return of === 'open' ? state : of;
}

/** In place of the door while it is not open: the reason, and the way on. */
export function Closed(props: ClosedProps) {
  const { state, roster, me, opens, closes, when, from, clinic, calledOff } = props;
  const said = saidOf(props);
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
    <Ending role="status" data-call-state="closed" data-call-closed={state} {...{ from, clinic, calledOff }}>
      <p className="text-ink-2">
        {when} · {t('prejoin.with', { name })}
      </p>
      <h1>{t(`closed.${said}.title`)}</h1>
      {calledOff && <WhoCalledOff {...calledOff} />}
      <p>{t(`closed.${said}.text`, times)}</p>
      {said === 'not_a_video_visit' && clinic.address && (
        <p className="font-semibold">{t('closed.comeTo', { address: clinic.address })}</p>
      )}
    </Ending>
  );
}

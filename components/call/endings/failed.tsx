'use client';

import { useTranslations } from 'next-intl';
import type { CallProps } from '@/components/call/props';
import { type FailureCode, wayOn } from '@/components/call/session/failure';
import { WhoCalledOff } from './called-off';
import { Ending } from './ending';

interface FailedProps extends Pick<CallProps, 'from' | 'clinic' | 'calledOff'> {
  code: FailureCode;
  signIn: string;
  onRetry: () => void;
  onLeaveOther: () => void;
}

/** In place of a call that could not be opened or was ended: the reason, and the way on. */
export function Failed({ code, clinic, from, calledOff, signIn, onRetry, onLeaveOther }: FailedProps) {
  const t = useTranslations('call.words');
  const way = wayOn(code);
  const off = code === 'appointment_canceled' ? calledOff : null;
  const ways = (
    <>
      {(way === 'try_again' || way === 'take_here') && (
        <button type="button" className="button button-go" onClick={onRetry}>
          {t(way === 'take_here' ? 'failed.takeHere' : 'tryAgain')}
        </button>
      )}
      {way === 'leave_other' && (
        <button type="button" className="button button-go" onClick={onLeaveOther}>
          {t('failed.leaveOther')}
        </button>
      )}
      {way === 'sign_in' && (
        <a className="button button-go" href={signIn}>
          {t('failed.signIn')}
        </a>
      )}
    </>
  );
  return (
    <Ending
      role="alert"
      data-call-state="failed"
      data-call-failure={code}
      from={from}
      clinic={clinic}
      ways={ways}
      calledOff={off}
      help
    >
      <h1>{t(`failed.${code}.title`)}</h1>
      {off && <WhoCalledOff {...off} />}
      <p>{t(`failed.${code}.text`)}</p>
    </Ending>
  );
}

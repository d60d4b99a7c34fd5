'use client';

import { Closed } from '@/components/call/endings/closed';
import { Failed } from '@/components/call/endings/failed';
import { Left } from '@/components/call/endings/left';
import type { CallProps } from '@/components/call/props';
import type { FailureCode } from '@/components/call/session/failure';
import type { JoinState } from '@/lib/appointments/policy';

interface EndingStateProps extends CallProps {
  closed?: Exclude<JoinState['state'], 'open'>;
  failed?: FailureCode;
}

/** In place of a call: closed, failed, or left. */
export function EndingState({ closed, failed, ...props }: EndingStateProps) {
  if (closed) return <Closed {...props} state={closed} />;
  if (failed) return <Failed {...props} code={failed} signIn="/sign-in" onRetry={() => {}} onLeaveOther={() => {}} />;
  return <Left {...props} onAgain={() => {}} />;
}

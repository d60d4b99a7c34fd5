'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ComponentProps, lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useServerNow } from '@/components/appointments/clock/use-server-now';
import { useJoinState } from '@/components/appointments/join/use-join-state';
import { Prejoin } from '@/components/call/door/prejoin';
import { useThere } from '@/components/call/door/use-there';
import { Connecting } from '@/components/call/endings/connecting';
import { Failed } from '@/components/call/endings/failed';
import { Left } from '@/components/call/endings/left';
import { loadedInCall, loadInCall } from '@/components/call/session/preload';
import type { CallState } from '@/components/call/session/states';
import { useSession } from '@/components/call/session/use-session';
import { useStore } from '@/components/call/session/use-store';
import { joinSpan } from '@/lib/appointments/policy';
import { personOn } from '@/lib/appointments/roster';
import type { CallProps } from './props';
import { useFreshPage } from './use-fresh-page';
import { useKeptFocus } from './use-kept-focus';
import { useSecondTap } from './use-second-tap';

/** What stands in place of a call that is not open: whoever comes to an open one has no need of it. */
const Closed = lazy(async () => ({ default: (await import('@/components/call/endings/closed')).Closed }));
const LazyInCall = lazy(async () => ({ default: (await loadInCall()).InCall }));

/**
 * The call's screen. Where its code is there already (the door fetches it), it is drawn at once: `lazy` would show its
 * fallback first, and React keeps a fallback for a third of a second once it is on the screen.
 */
function InCall(props: ComponentProps<typeof LazyInCall>) {
  const [Screen] = useState(() => loadedInCall() ?? LazyInCall);
  return <Screen {...props} />;
}

/** The page of a call: closed, then the door, then the call. */
export function Call(props: CallProps) {
  useFreshPage(props.appointmentId, props.revision);
  useKeptFocus();
  const state = useJoinState(props.appointment, props.window, props.renderedAt);
  // Once it was open, it is the server that says when it is over: someone may be in the middle of it.
  const [opened, setOpened] = useState(false);
  if (state === 'open' && !opened) setOpened(true);
  if (state !== 'open' && !opened)
    return (
      <Suspense>
        <Closed {...props} state={state} />
      </Suspense>
    );
  return <OpenCall {...props} />;
}

function OpenCall(props: CallProps) {
  const now = useServerNow(props.renderedAt);
  const roster = useRef(props.roster);
  roster.current = props.roster;
  const session = useSession({
    appointmentId: props.appointmentId,
    me: props.me.id,
    roster: () => roster.current.map(({ id }) => id),
    now,
    ...joinSpan(props.appointment, props.window),
  });
  const state = useStore(session.store);
  useSecondTap(state.at === 'checking' ? 'prejoin' : state.at);
  return <CallAt {...props} session={session} state={state} />;
}

const Door = (props: Omit<ComponentProps<typeof Prejoin>, 'there'>) => (
  <Prejoin {...props} there={useThere(props.appointmentId)} />
);

interface CallAtProps extends CallProps {
  session: ReturnType<typeof useSession>;
  state: CallState;
}

function CallAt({ session, state, ...props }: CallAtProps) {
  const { from } = props;
  const t = useTranslations('call.words.call');
  const router = useRouter();
  // Who has twenty visits a day goes on; who has one may have slipped, and has the way back before them.
  const goesOn = personOn(props.roster, props.me.id)?.role !== 'patient';
  const leave = useCallback(() => {
    void session.leave();
    if (goesOn) router.push(from);
  }, [session, router, from, goesOn]);

  // At the door the call is drawn already, out of sight: whoever joins waits for the connection alone.
  const call = state.at === 'prejoin' || state.at === 'in_call' ? state.call : null;
  return (
    <>
      <Before {...props} session={session} state={state} />
      {call && (
        <Suspense fallback={state.at === 'in_call' && <Connecting text={t('connecting')} />}>
          <InCall {...props} call={call} link={state.at === 'in_call' ? state.link : null} onLeave={leave} />
        </Suspense>
      )}
    </>
  );
}

/** What stands before the call, and in its place. */
function Before({ session, state, ...props }: CallAtProps) {
  const { appointmentId, from, clinic } = props;
  const t = useTranslations('call.words.call');
  switch (state.at) {
    case 'checking':
    case 'prejoin':
      return (
        <Door {...props} media={session.media} ready={state.at === 'prejoin'} onJoin={() => void session.join()} />
      );
    case 'connecting':
      return <Connecting text={t('connecting')} />;
    case 'in_call':
      return null;
    case 'left':
      return <Left from={from} onAgain={session.toDoor} />;
    case 'failed':
      return (
        <Failed
          code={state.code}
          clinic={clinic}
          from={from}
          calledOff={props.calledOff}
          signIn={`/sign-in?from=${encodeURIComponent(`/appointments/${appointmentId}/call?from=${encodeURIComponent(from)}`)}`}
          onRetry={() => void session.retry()}
          onLeaveOther={session.leaveOther}
        />
      );
  }
}

'use client';

import { useLayoutEffect, useState } from 'react';
import { useServerNow } from '@/components/appointments/clock/use-server-now';
import { type Joinable, type JoinState, type JoinWindow, joinState, nextChange } from '@/lib/appointments/policy';

// Timers stand still while a device sleeps and overflow after 24 days: short steps find the minute in any case.
const LONGEST_WAIT = 15_000;

/** The answer of joinState by the server's clock, turning by itself when the minute comes. */
export function useJoinState(appointment: Joinable, window: JoinWindow, renderedAt: number): JoinState['state'] {
  const now = useServerNow(renderedAt);
  const { status, visitType, startsAt, endsAt } = appointment;
  const { opensMinutesBefore, closesMinutesAfter } = window;
  const [state, setState] = useState(() => joinState(appointment, renderedAt, window).state);

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const at = now();
      const next = joinState({ status, visitType, startsAt, endsAt }, at, { opensMinutesBefore, closesMinutesAfter });
      setState(next.state);
      const change = nextChange(next);
      if (change !== null) timer = setTimeout(look, Math.min(Math.max(change - at, 20), LONGEST_WAIT));
    };
    look();
    document.addEventListener('visibilitychange', look);
    globalThis.addEventListener('pageshow', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      globalThis.removeEventListener('pageshow', look);
    };
  }, [now, status, visitType, startsAt, endsAt, opensMinutesBefore, closesMinutesAfter]);

  return state;
}

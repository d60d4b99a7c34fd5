'use client';

import { useTranslations } from 'next-intl';
import type { Joinable, JoinWindow } from '@/lib/appointments/policy';
import type { moment } from '@/lib/appointments/when';
import { JoinLink } from './join-link';
import { useJoinState } from './use-join-state';

/** The times of opening and closing of a call, by the reader's clock. */
export interface JoinTimes {
  opens: ReturnType<typeof moment>;
  from: string;
  until: string;
}

interface JoinAreaProps {
  appointmentId: string;
  appointment: Joinable;
  window: JoinWindow;
  /** Server's clock when this was rendered, milliseconds since the epoch. */
  renderedAt: number;
  times: JoinTimes;
  from: string;
  /** Id of the element that says whose call it is. */
  describedBy: string;
  /** Fewer words and smaller targets. */
  dense: boolean;
  /** Says also, before the call opens, that the button comes by itself. */
  announced: boolean;
}

/** The button while the call is open, a sentence otherwise; turns by itself. Only for an appointment that can be joined at some time. */
export function JoinArea({ appointment, window, renderedAt, times, announced, ...link }: JoinAreaProps) {
  const t = useTranslations('join');
  const state = useJoinState(appointment, window, renderedAt);
  const style = link.dense ? 'short' : 'full';
  const { opens, from, until } = times;
  const soon = announced ? `. ${t('soon')}` : '';
  return (
    <div className={`grid ${link.dense ? 'gap-1.5' : 'gap-3'}`}>
      {state === 'open' && <JoinLink {...link} />}
      <p aria-live="polite" className="text-ink-2">
        {state === 'too_early' && `${t(`${style}.opens`, opens)}${soon}`}
        {state === 'open' && t(`${style}.open`, { from, until })}
        {state === 'too_late' && t(`${style}.over`)}
      </p>
    </div>
  );
}

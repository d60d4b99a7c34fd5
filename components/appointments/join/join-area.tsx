'use client';

import type { Joinable, JoinWindow } from '@/lib/appointments/policy';
import { type JoinLabels, JoinLink } from './join-link';
import { useJoinState } from './use-join-state';

export interface JoinAreaProps {
  appointmentId: string;
  appointment: Joinable;
  window: JoinWindow;
  /** Server's clock when this was rendered, milliseconds since the epoch. */
  renderedAt: number;
  from: string;
  labels: JoinLabels;
  describedBy: string;
  /** What stands there by the clock: instead of the button, or under it while the call is open. */
  sentences: { too_early: string; open: string; too_late: string };
  small?: boolean;
}

/** The button while the call is open, a sentence otherwise; turns by itself. Only for an appointment that can be joined at some time. */
export function JoinArea({ appointment, window, renderedAt, sentences, small, ...link }: JoinAreaProps) {
  const state = useJoinState(appointment, window, renderedAt);
  const sentence = state in sentences ? sentences[state as keyof typeof sentences] : '';
  return (
    <div className={`grid ${small ? 'gap-1.5' : 'gap-3'}`}>
      {state === 'open' && <JoinLink small={small} {...link} />}
      <p aria-live="polite" className="text-ink-2">
        {sentence}
      </p>
    </div>
  );
}

import type { JoinState } from '@/lib/appointments/policy';
import { type Problem, refuse } from '@/lib/platform/problems';

/** The refusal of a call that is not open, by its state. */
export function joinRefusal(state: Exclude<JoinState, { state: 'open' }>): Problem {
  switch (state.state) {
    case 'too_early':
      return refuse('too_early', { opensAt: new Date(state.opensAt).toISOString() });
    case 'too_late':
      return refuse('too_late', { closedAt: new Date(state.closesAt).toISOString() });
    default:
      return refuse(state.state);
  }
}

import type { AppointmentStatus } from '@/lib/appointments/policy';

/** One audit entry of an appointment, as far as its life is concerned. */
export interface Step {
  action: string;
  before: State | null;
  after: State;
}

interface State {
  status: AppointmentStatus;
  startsAt: string;
  endsAt: string;
  proposedStartsAt?: string;
  revision: number;
}

/** A check for each action of what it did to a state: the next status, and times and proposal that changed as they should. */
const LEGAL: Record<string, (before: State, after: State) => boolean> = {
  appointment_confirmed: (before, after) =>
    before.status === 'pending' && after.status === 'confirmed' && stays(before, after),
  appointment_declined: (before, after) =>
    before.status === 'pending' && after.status === 'declined' && stays(before, after),
  appointment_canceled: (before, after) =>
    (before.status === 'pending' || before.status === 'confirmed') &&
    after.status === 'canceled' &&
    stays(before, after) &&
    !after.proposedStartsAt,
  move_proposed: (before, after) =>
    before.status === 'confirmed' && after.status === 'confirmed' && stays(before, after) && !!after.proposedStartsAt,
  proposal_accepted: (before, after) =>
    before.status === 'confirmed' &&
    after.status === 'confirmed' &&
    after.startsAt === before.proposedStartsAt &&
    !after.proposedStartsAt,
  proposal_declined: (before, after) =>
    before.status === 'confirmed' && stays(before, after) && !!before.proposedStartsAt && !after.proposedStartsAt,
  appointment_moved: (before, after) =>
    (before.status === 'pending' || before.status === 'confirmed') &&
    after.status === before.status &&
    !after.proposedStartsAt,
};

const stays = (before: State, after: State) => before.startsAt === after.startsAt && before.endsAt === after.endsAt;

/** The first flaw of a history that no appointment can have, or null. Written apart from the product's own rules, to check them. */
export function flawOf(steps: Step[]): string | null {
  const [first, ...rest] = steps;
  if (first?.action !== 'appointment_booked') return `begins with ${first?.action}`;
  if (first.after.revision !== 1) return `begins at revision ${first.after.revision}`;
  let state = first.after;
  for (const { action, before, after } of rest) {
    if (JSON.stringify(before) !== JSON.stringify(state))
      return `${action} saw ${JSON.stringify(before)}, not ${JSON.stringify(state)}`;
    if (after.revision !== state.revision + 1) return `${action} made revision ${after.revision} of ${state.revision}`;
    if (!LEGAL[action]?.(state, after))
      return `${action} is illegal from ${JSON.stringify(state)} to ${JSON.stringify(after)}`;
    state = after;
  }
  return null;
}

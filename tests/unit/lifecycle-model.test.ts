import { describe, expect, it } from 'vitest';
import { flawOf, type Step } from '../support/lifecycle-model';

const times = { startsAt: '2026-11-24T09:00:00.000Z', endsAt: '2026-11-24T10:00:00.000Z' };
const later = { startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T10:00:00.000Z' };
const booked: Step = {
  action: 'appointment_booked',
  before: null,
  after: { status: 'pending', ...times, revision: 1 },
};
const confirmed: Step = {
  action: 'appointment_confirmed',
  before: booked.after,
  after: { status: 'confirmed', ...times, revision: 2 },
};

describe('the model of an appointment’s life', () => {
  it('finds nothing wrong with a history that can be', () => {
    expect(flawOf([booked, confirmed])).toBeNull();
    const proposed: Step = {
      action: 'move_proposed',
      before: confirmed.after,
      after: { ...confirmed.after, proposedStartsAt: later.startsAt, revision: 3 },
    };
    const accepted: Step = {
      action: 'proposal_accepted',
      before: proposed.after,
      after: { status: 'confirmed', ...later, revision: 4 },
    };
    expect(flawOf([booked, confirmed, proposed, accepted])).toBeNull();
  });

  it.each<[string, Step[]]>([
    ['no beginning', [confirmed]],
    ['a step that saw another state', [booked, { ...confirmed, before: { ...booked.after, revision: 7 } }]],
    ['a revision left out', [booked, { ...confirmed, after: { ...confirmed.after, revision: 3 } }]],
    [
      'a visit confirmed twice',
      [booked, confirmed, { ...confirmed, before: confirmed.after, after: { ...confirmed.after, revision: 3 } }],
    ],
    ['a confirmation that moves', [booked, { ...confirmed, after: { ...confirmed.after, ...later } }]],
    ['an act that does not exist', [booked, { ...confirmed, action: 'invented' }]],
  ])('finds %s', (_, steps) => expect(flawOf(steps)).not.toBeNull());
});

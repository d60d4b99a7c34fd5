import { describe, expect, it } from 'vitest';
import { rosterOf } from '@/lib/appointments/roster';
import type { ParticipantState } from './participants';
import { awaited, company, nameOf, people, present } from './people';

const roster = rosterOf({ patient: { id: 'pat', name: 'Pat' }, doctor: { id: 'ada', name: 'Dr Ada' } });
const state = (identity: string, name: string, more: Partial<ParticipantState> = {}): ParticipantState => ({
  identity,
  name,
  local: identity === 'pat',
  here: true,
  microphone: true,
  camera: true,
  sharing: false,
  quality: 'good',
  ...more,
});
const me = state('pat', 'Pat');
const NONE = new Set<string>();
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('people', () => {
  it('has everyone of the roster, there or not', () => {
    expect(people(roster, [state('pat', '')], NONE)).toEqual([
      expect.objectContaining({ identity: 'pat', name: 'Pat', role: 'patient', local: true, here: true, muted: false }),
      {
        identity: 'ada',
        name: 'Dr Ada',
        role: 'doctor',
        local: false,
        here: false,
        hand: false,
        muted: true,
        camera: false,
        sharing: false,
        quality: 'unknown',
      },
    ]);
  });

  it('says of each person who is there how they are', () => {
    const ada = state('ada', 'Dr Ada', { microphone: false, camera: false, sharing: true, quality: 'lost' });
    expect(people(roster, [me, ada], new Set(['ada']))[1]).toEqual({
      identity: 'ada',
      name: 'Dr Ada',
      role: 'doctor',
      local: false,
      here: true,
      hand: true,
      muted: true,
      camera: false,
      sharing: true,
      quality: 'lost',
    });
  });

  it('believes the room about names, and the roster where the room has none', () => {
    expect(names(people(roster, [me, state('ada', 'Dr Ada Married')], NONE))).toEqual(['Pat', 'Dr Ada Married']);
    expect(names(people(roster, [me, state('ada', '')], NONE))).toEqual(['Pat', 'Dr Ada']);
    expect(names(people(roster, [me, state('eve', '')], NONE))).toEqual(['Pat', '', 'Dr Ada']);
  });

  it('lowers the hand of whoever is gone', () => {
    const gone = state('ada', 'Dr Ada', { here: false });
    expect(people(roster, [me, gone], new Set(['ada']))[1]?.hand).toBe(false);
  });
});

describe('after a hand-over in the middle of a call', () => {
  const next = rosterOf({ patient: { id: 'pat', name: 'Pat' }, doctor: { id: 'bea', name: 'Dr Bea' } });
  const handedOver = (...states: ParticipantState[]) => people(next, [me, ...states], NONE);
  const ada = state('ada', 'Dr Ada', { here: false });
  const bea = state('bea', 'Dr Bea');

  it('waits for the new doctor, before they came and once they left', () => {
    expect(names(company(handedOver(ada)))).toEqual(['Dr Bea']);
    expect(names(awaited(handedOver(ada, { ...bea, here: false })))).toEqual(['Dr Bea']);
  });
  it('names the doctor who is there', () => {
    expect(names(present(handedOver(bea, ada)))).toEqual(['Dr Bea']);
    expect(names(company(handedOver(bea, ada)))).toEqual(['Dr Bea']);
    expect(handedOver(bea, ada)[2]?.role).toBeNull();
  });
  it('names who came before the page knows of them', () => {
    const list = people(roster, [me, ada, bea], NONE);
    expect(names(company(list))).toEqual(['Dr Bea']);
    expect(list[2]?.role).toBeNull();
  });
  it('knows who wrote before it', () => {
    expect(nameOf(handedOver(bea, ada), 'ada')).toBe('Dr Ada');
    expect(nameOf(handedOver(bea, ada), 'eve')).toBeUndefined();
  });
});

describe('company', () => {
  it('is the roster while nobody is there', () => {
    expect(names(company(people(roster, [me], NONE)))).toEqual(['Dr Ada']);
  });
  it('is everyone who is there', () => {
    const list = people(roster, [me, state('ada', 'Dr Ada'), state('ian', 'Ian')], NONE);
    expect(names(company(list))).toEqual(['Dr Ada', 'Ian']);
  });
  it('waits for the doctor, not for oneself', () => {
    expect(names(awaited(people(roster, [me], NONE)))).toEqual(['Dr Ada']);
  });
});

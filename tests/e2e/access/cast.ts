import type { APIRequestContext } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import type { Makers } from '../support/people';
import type { Kind } from './kinds';

/** The reason of the visit that everyone is after. */
export const SECRET = 'a reason that nobody else may read';

interface Pair {
  patient: TestPerson;
  doctor: TestPerson;
}

export interface Visitor {
  kind: Kind;
  /** "disabled doctor" */
  label: string;
  request: APIRequestContext;
  /** Null: signed out. */
  person: TestPerson | null;
  /** Whose appointment they meet; that of the disabled is their own, so that nothing but the account stands in their way. */
  pair: Pair;
}

export interface Cast {
  visitors: Visitor[];
  /** Everyone in it. */
  ids: string[];
}

type Open = (person?: TestPerson) => Promise<APIRequestContext>;

/** Someone of each kind, each in a browser of their own. `open` signs a person in. */
export async function makeCast(make: Makers, disable: (ids: string[]) => Promise<unknown>, open: Open): Promise<Cast> {
  const pair = { patient: await make.person(), doctor: await make.person({ role: 'DOCTOR' }) };
  const gone = { patient: await make.person(), doctor: await make.person({ role: 'DOCTOR' }) };
  const people: [Kind, TestPerson][] = [
    ['patient', pair.patient],
    ['otherPatient', await make.person()],
    ['doctor', pair.doctor],
    ['otherDoctor', await make.person({ role: 'DOCTOR' })],
    ['admin', await make.person({ role: 'ADMIN' })],
  ];
  const disabled = [gone.patient, gone.doctor, await make.person({ role: 'ADMIN' })];
  const visitors: Visitor[] = [{ kind: 'signedOut', label: 'signed out', request: await open(), person: null, pair }];
  for (const [kind, person] of people) {
    visitors.push({ kind, label: kind, request: await open(person), person, pair });
  }
  for (const person of disabled) {
    const label = `disabled ${person.role.toLowerCase()}`;
    visitors.push({ kind: 'disabled', label, request: await open(person), person, pair: gone });
  }
  await disable(disabled.map(({ id }) => id));
  return { visitors, ids: [...people.map(([, { id }]) => id), ...disabled.map(({ id }) => id)] };
}

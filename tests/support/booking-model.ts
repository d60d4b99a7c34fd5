/** A model of bookings as the product promises them, written apart from its own rules: who may do what, and what it comes to. */

export interface Visit {
  doctor: number;
  patient: number;
  status: 'pending' | 'confirmed' | 'declined' | 'canceled';
  slot: number;
  proposed: number | null;
  revision: number;
}

export type By = 'patient' | 'doctor' | 'admin' | 'otherPatient' | 'otherDoctor';
export type Act = 'confirm' | 'decline' | 'cancel' | 'move' | 'accept' | 'keep';
export type Verdict = 'ok' | 'slot_taken' | 'same_time' | 'appointment_not_found' | 'appointment_changed' | 'forbidden';

const active = ({ status }: Visit) => status === 'pending' || status === 'confirmed';
const mayDo: Record<Act, readonly By[]> = {
  confirm: ['doctor'],
  decline: ['doctor'],
  cancel: ['patient', 'doctor', 'admin'],
  move: ['patient', 'doctor', 'admin'],
  accept: ['doctor'],
  keep: ['doctor'],
};

/** A clinic where every slot is within the hours and ahead. */
export class BookingModel {
  readonly visits: Visit[] = [];

  private taken(doctor: number, patient: number, slot: number, except?: Visit): boolean {
    return this.visits.some(
      (visit) =>
        visit !== except &&
        active(visit) &&
        (visit.doctor === doctor || visit.patient === patient) &&
        (visit.slot === slot || visit.proposed === slot),
    );
  }

  book(doctor: number, patient: number, slot: number): Verdict {
    if (this.taken(doctor, patient, slot)) return 'slot_taken';
    this.visits.push({ doctor, patient, slot, status: 'pending', proposed: null, revision: 1 });
    return 'ok';
  }

  /** `seen`: the revision that the request names. */
  act(visit: Visit, act: Act, by: By, seen: number, slot: number): Verdict {
    if (by === 'otherPatient' || by === 'otherDoctor') return 'appointment_not_found';
    const answers = act === 'accept' || act === 'keep';
    // An answer to a proposal is refused for who gives it before it is looked at which proposal is meant.
    if (answers && !mayDo[act].includes(by)) return 'forbidden';
    if (seen !== visit.revision) return 'appointment_changed';
    if (!mayDo[act].includes(by)) return 'forbidden';
    const change = this.changeBy(visit, act, by, slot);
    if (typeof change === 'string') return change;
    Object.assign(visit, change, { revision: visit.revision + 1 });
    return 'ok';
  }

  private changeBy(visit: Visit, act: Act, by: By, slot: number): Partial<Visit> | Verdict {
    const { status, proposed } = visit;
    if (!active(visit)) return 'appointment_changed';
    switch (act) {
      case 'confirm':
        return status === 'pending' ? { status: 'confirmed' } : 'appointment_changed';
      case 'decline':
        return status === 'pending' ? { status: 'declined' } : 'appointment_changed';
      case 'cancel':
        return { status: 'canceled', proposed: null };
      case 'accept':
        return proposed === null ? 'appointment_changed' : { slot: proposed, proposed: null };
      case 'keep':
        return proposed === null ? 'appointment_changed' : { proposed: null };
      case 'move':
        if (slot === visit.slot) return 'same_time';
        if (this.taken(visit.doctor, visit.patient, slot, visit)) return 'slot_taken';
        return status === 'confirmed' && by === 'patient' ? { proposed: slot } : { slot, proposed: null };
    }
  }
}

import 'server-only';
import { peopleBeside } from '@/components/appointments/words/people-beside';
import { scopeChoices } from '@/components/appointments/words/series-words.server';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { ActionList, type Run } from './action-list';
import type { AnswerVisit } from './answer-buttons';
import { availableActions } from './available';

interface ActionsProps {
  appointment: AppointmentView;
  actor: Actor;
  /** Milliseconds since the epoch. */
  now: number;
  answer: AnswerVisit;
  cancel: Run;
}

/** The buttons for all that the actor can do to an appointment now. */
export async function Actions({ appointment, actor, now, answer, cancel }: ActionsProps) {
  const actions = availableActions(appointment, actor.role, now);
  // What is said of a visit that has begun is said of that one only.
  const ahead = actions.some((name) => name !== 'complete' && name !== 'no_show');
  return (
    <ActionList
      id={appointment.id}
      revision={appointment.revision}
      patient={appointment.patient.name}
      noteReaders={peopleBeside(actor, appointment).map(({ name, role }) =>
        role === 'doctor' ? shortName(name) : name,
      )}
      actions={actions}
      answer={answer}
      cancel={cancel}
      scopes={ahead ? await scopeChoices(actor, appointment, now) : []}
    />
  );
}

import { freeStuckJobs, type Tasks } from '@/lib/adapters/job-runner';
import { closeRoomTask } from '@/worker/close-room';
import { endCallOfPersonTask } from '@/worker/end-call-of-person';
import { endCallsOfPersonTask } from '@/worker/end-calls-of-person';
import { expireAppointmentTask } from '@/worker/expire-appointment';
import { lapseProposalTask } from '@/worker/lapse-proposal';
import { sendAccountMailTask } from '@/worker/send-account-mail';
import { sendVisitMailTask } from '@/worker/send-visit-mail';
import { sendVisitsMailTask } from '@/worker/send-visits-mail';
import { sweepAccountLinksTask } from '@/worker/sweep-account-links';
import { sweepRoomsTask } from '@/worker/sweep-rooms';

/** What the worker does for each kind of job. */
export const tasks: Tasks = {
  close_room: closeRoomTask,
  end_call_of_person: endCallOfPersonTask,
  end_calls_of_person: endCallsOfPersonTask,
  expire_appointment: expireAppointmentTask,
  lapse_proposal: lapseProposalTask,
  send_visit_mail: sendVisitMailTask,
  send_visits_mail: sendVisitsMailTask,
  send_account_mail: sendAccountMailTask,
  sweep_account_links: sweepAccountLinksTask,
  sweep_rooms: sweepRoomsTask,
  free_stuck_jobs: freeStuckJobs,
};

import { sweepSessions } from '@/lib/accounts/commands/sessions';
import { sweepLinks } from '@/lib/accounts/commands/sweep';
import { freeStuckJobs, type Round, type Schedule, type Tasks } from '@/lib/adapters/job-runner';
import { expireAppointment, lapseProposal } from '@/lib/appointments/commands/by-the-clock';
import { checkRooms } from '@/lib/calls/commands/check-arrival';
import { closeRoom, sweepRooms } from '@/lib/calls/commands/close-room';
import { endCallOfPerson, endCallsOfPerson, endCallsOfSession } from '@/lib/calls/commands/end-call';
import { sendAccountMail, sendPasswordMail } from '@/lib/notifications/commands/send-account-mail';
import { sendVisitMail } from '@/lib/notifications/commands/send-visit-mail';
import { sendVisitsMail } from '@/lib/notifications/commands/send-visits-mail';
import { sweepCounts } from '@/lib/platform/counts';

/** The command that the worker calls for each kind of job. Their payloads stand in lib/adapters/jobs.ts. */
export const tasks: Tasks = {
  close_room: ({ appointmentId }) => closeRoom(appointmentId, new Date()),
  end_call_of_person: ({ appointmentId, personId }) => endCallOfPerson(appointmentId, personId),
  end_calls_of_person: ({ personId }) => endCallsOfPerson(personId, new Date()),
  end_calls_of_session: ({ sessionId, personId }) => endCallsOfSession(sessionId, personId, new Date()),
  expire_appointment: ({ appointmentId }) => expireAppointment(appointmentId, new Date()),
  lapse_proposal: ({ appointmentId }) => lapseProposal(appointmentId, new Date()),
  send_visit_mail: (mail) => sendVisitMail(mail, new Date()),
  send_visits_mail: (mail) => sendVisitsMail(mail, new Date()),
  send_account_mail: ({ linkId }) => sendAccountMail(linkId, new Date()),
  send_password_mail: ({ personId }) => sendPasswordMail(personId),
  sweep_account_links: () => sweepLinks(new Date()),
  sweep_sessions: async () => {
    await sweepSessions(new Date());
    await sweepCounts(new Date());
  },
  sweep_rooms: () => sweepRooms(new Date()),
  free_stuck_jobs: freeStuckJobs,
};

export const schedule: Schedule = {
  sweep_rooms: '* * * * *',
  free_stuck_jobs: '* * * * *',
  sweep_account_links: '7 * * * *',
  sweep_sessions: '17 3 * * *',
};

/** Whoever may not be in a room has a second to be out of it. */
export const rounds: Round[] = [{ name: 'check_rooms', go: () => checkRooms(new Date()), rest: 300 }];

import { runJobs } from '@/lib/adapters/jobs';
import { closeRoomTask } from '@/worker/close-room';
import { endCallsOfPersonTask } from '@/worker/end-calls-of-person';
import { sweepRoomsTask } from '@/worker/sweep-rooms';

await runJobs(
  { close_room: closeRoomTask, end_calls_of_person: endCallsOfPersonTask, sweep_rooms: sweepRoomsTask },
  '* * * * * sweep_rooms ?max=1',
);

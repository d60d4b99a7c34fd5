import { freeStuckJobs, runJobs } from '@/lib/adapters/jobs';
import { closeRoomTask } from '@/worker/close-room';
import { endCallsOfPersonTask } from '@/worker/end-calls-of-person';
import { sweepRoomsTask } from '@/worker/sweep-rooms';

await freeStuckJobs();
await runJobs(
  {
    close_room: closeRoomTask,
    end_calls_of_person: endCallsOfPersonTask,
    sweep_rooms: sweepRoomsTask,
    free_stuck_jobs: freeStuckJobs,
  },
  '* * * * * sweep_rooms ?max=1\n* * * * * free_stuck_jobs ?max=1',
);

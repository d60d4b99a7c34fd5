import { freeStuckJobs, runJobs } from '@/lib/adapters/job-runner';
import { tasks } from '@/worker/tasks';

await freeStuckJobs();
await runJobs(
  tasks,
  '* * * * * sweep_rooms ?max=1\n* * * * * free_stuck_jobs ?max=1\n7 * * * * sweep_account_links ?max=1',
);

import { freeStuckJobs, runJobs } from '@/lib/adapters/jobs';
import { tasks } from '@/worker/tasks';

await freeStuckJobs();
await runJobs(tasks, '* * * * * sweep_rooms ?max=1\n* * * * * free_stuck_jobs ?max=1');

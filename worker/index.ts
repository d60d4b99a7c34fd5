import { freeStuckJobs, runJobs } from '@/lib/adapters/jobs';
import { schedule, tasks } from '@/worker/tasks';

await freeStuckJobs();
await runJobs(tasks, schedule);

import { freeStuckJobs, runJobs } from '@/lib/adapters/job-runner';
import { rounds, schedule, tasks } from '@/worker/tasks';

await freeStuckJobs();
await runJobs(tasks, schedule, rounds);

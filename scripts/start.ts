import { SettingsError } from '@/lib/platform/settings';
import { generate } from './generate';
import { StartProblem } from './stack/problem';
import { type Stack, startStack } from './stack/stack';

const dev = process.argv.includes('--dev');
const stopping = new AbortController();
let stack: Stack | undefined;

const tell = (line: string) => console.log(line);
// A closed terminal must not end the supervisor before its services are stopped.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

async function stop() {
  if (stopping.signal.aborted) return;
  tell('\nStopping …');
  stopping.abort();
  if (!stack) return;
  await stack.stop();
  tell('Stopped.');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

function announce({ baseUrl, demo, data, env, inboxUrl }: Stack) {
  const people = (demo?.people ?? []).map(
    (p) => `  ${p.role.toLowerCase().padEnd(8)} ${p.email.padEnd(32)} ${p.password}   ${p.name}`,
  );
  tell(`\nAnteroom is at ${baseUrl}${dev ? ' (with hot reload)' : ''}`);
  if (people.length > 0) tell(`Sign in as one of the demo people:\n${people.join('\n')}`);
  if (inboxUrl) tell(`Mail that Anteroom sends is at ${inboxUrl} and goes no further.`);
  tell(`Calls go through ${env.LIVEKIT_URL}. Logs are in ${data}/logs. Ctrl-C stops everything.\n`);
}

/** The warnings of /api/health/ready in a person's words. */
const WARNINGS: Record<string, string> = {
  livekit_makes_rooms_by_itself:
    'Warning: this LiveKit server makes rooms by itself, so that a token can open a room again after its call was ended. ' +
    'Set room.auto_create: false in its configuration.',
};

async function warn({ baseUrl }: Stack) {
  const health = await fetch(`${baseUrl}/api/health/ready`).then((answer) => answer.json());
  for (const warning of health.warnings) tell(WARNINGS[warning] ?? `Warning: ${warning}`);
}

try {
  await generate();
  stack = await startStack({ dev, tell, signal: stopping.signal });
  if (stopping.signal.aborted) {
    await stack.stop();
    process.exit(0);
  }
  announce(stack);
  // It is up all the same when health cannot be asked just now.
  await warn(stack).catch(() => {});
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  const known = error instanceof StartProblem || error instanceof SettingsError;
  console.error(known ? error.message : error);
  process.exit(1);
}

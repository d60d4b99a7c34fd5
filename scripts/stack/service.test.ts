import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryDirectory } from '@/tests/support/temporary';
import { freePort } from './ports';
import { identify } from './processes';
import { endLeftovers, RunFile, readRun } from './run-file';
import { startService, until } from './service';

function surroundings() {
  const { path: data, remove } = temporaryDirectory();
  const said: string[] = [];
  onTestFinished(remove);
  const run = new RunFile(data, 'http://localhost');
  return { data, said, run, tell: (line: string) => void said.push(line), onPid: run.set.bind(run) };
}

const sleeper = (script = '') => ({
  name: 'sleeper',
  command: process.execPath,
  args: ['-e', `${script}; setInterval(() => {}, 1000)`],
  env: process.env,
  restartDelayMs: 50,
});

test('a service that dies is started again, and said so', async () => {
  const around = surroundings();
  const service = await startService(sleeper(), around);
  const first = service.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(around.said.join('\n')).toMatch(/ended with signal SIGKILL[\s\S]*is back/));
  expect(service.pid).not.toBe(first);
  expect(readRun(around.data)?.services.sleeper?.pid).toBe(service.pid);
  const last = service.pid ?? 0;
  await service.stop();
  expect(identify(last)).toBeUndefined();
});

test('one that ignores the signal is killed', async () => {
  const around = surroundings();
  const heard: string[] = [];
  const deaf = sleeper(`process.on('SIGTERM', () => {}); console.log('deaf')`);
  const service = await startService(
    { ...deaf, patienceMs: 200, show: (line) => (heard.push(line) ? undefined : line) },
    around,
  );
  await vi.waitFor(() => expect(heard).toEqual(['deaf']));
  await service.stop();
  expect(service.pid).toBeUndefined();
  expect(around.run.pids).toEqual({});
});

test('what a killed start left running is ended by the next', async () => {
  const { data, run } = surroundings();
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  run.set('sleeper', left.pid);
  expect(await endLeftovers(data)).toEqual(['sleeper']);
  expect(identify(left.pid ?? 0)).toBeUndefined();
  expect(await endLeftovers(data)).toEqual([]);
});

test('a process that only has the same number is left alone', async () => {
  const { data, run } = surroundings();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  onTestFinished(() => void other.kill('SIGKILL'));
  run.set('sleeper', other.pid);
  const file = join(data, 'run.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/"started": "[^"]*"/g, '"started": "long ago"'));
  expect(await endLeftovers(data)).toEqual([]);
  expect(identify(other.pid ?? 0)).toBeDefined();
});

test('a token in a line of output is not kept', async () => {
  const around = surroundings();
  const shown: string[] = [];
  const service = await startService(
    {
      ...sleeper(`console.log('GET /rtc?access_token=eyJhbGciOi.eyJz.c2ln&auto_subscribe=1')`),
      show: (line) => {
        shown.push(line);
        return line;
      },
    },
    around,
  );
  await vi.waitFor(() => expect(shown).toEqual(['GET /rtc?access_token=…&auto_subscribe=1']));
  await service.stop();
  expect(readFileSync(join(around.data, 'logs', 'sleeper.log'), 'utf8')).not.toContain('eyJ');
});

test('one that no longer answers is ended and started again', async () => {
  const around = surroundings();
  const server = `const { createServer } = require('node:http'); createServer((q, r) => r.end()).listen(process.env.PORT, '127.0.0.1')`;
  const port = await freePort();
  const answers = async (signal: AbortSignal) => {
    await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(100)]) });
  };
  const service = await startService(
    {
      ...sleeper(server),
      env: { ...process.env, PORT: String(port) },
      ready: (signal) => until(signal, () => answers(signal)),
      answers,
      health: { everyMs: 20, silenceMs: 400 },
    },
    around,
  );
  const first = service.pid ?? 0;
  // It is alive, and takes connections, and never answers one.
  process.kill(first, 'SIGSTOP');
  await vi.waitFor(() => expect(around.said.join('\n')).toMatch(/not answered for 0\.4 s[\s\S]*is back/), 10_000);
  expect(service.pid).not.toBe(first);
  await answers(AbortSignal.timeout(1_000));
  await service.stop();
});

import { execa } from 'execa';
import { inRoot } from '@/scripts/stack/paths';
import { freePort } from '@/scripts/stack/ports';
import { startService, until } from '@/scripts/stack/service';
import type { Stack } from '@/scripts/stack/stack';

const next = inRoot('node_modules/next/dist/bin/next');
const directory = inRoot('scripts/bench/bare');

export interface Bare {
  baseUrl: string;
  stop(): Promise<void>;
}

/** The other side of each comparison: the same Next, built and started as its own manual says, with the product's SFU. */
export async function startBare(stack: Stack, tell: (line: string) => void, signal?: AbortSignal): Promise<Bare> {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } as const;
  tell('Building the bare app …');
  await execa(process.execPath, [next, 'build', directory], { env, stdin: 'ignore', cancelSignal: signal });
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = stack.env;
  const service = await startService(
    {
      name: 'bare',
      command: process.execPath,
      args: [next, 'start', directory, '--port', String(port)],
      env: { ...env, LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET },
      ready: (waiting) =>
        until(waiting, async () => {
          const { ok } = await fetch(baseUrl, { signal: AbortSignal.timeout(2_000) });
          if (!ok) throw new Error('not yet');
        }),
    },
    { data: stack.data, tell, signal, onPid: () => {} },
  );
  return { baseUrl, stop: () => service.stop() };
}

import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { execa } from 'execa';
import semver from 'semver';
import { installWithGo } from './livekit-install';
import { inRoot } from './paths';
import type { LivekitPorts } from './ports';
import { StartProblem } from './problem';

/** 1.12.0 to 1.13.1 are silent in Firefox. */
export const LIVEKIT_VERSION = '1.13.5';
const IMAGE = `livekit/livekit-server:v${LIVEKIT_VERSION}`;
const installed = inRoot('.tools', `livekit-server-${LIVEKIT_VERSION}`, 'livekit-server');

export interface LivekitProgram {
  bindAddress: string;
  /** The host name under which it reaches the app. */
  appHost: string;
  launch(
    configFile: string,
    ports: LivekitPorts,
    data: string,
  ): { command: string; args: string[]; env?: NodeJS.ProcessEnv; prepare?: () => Promise<void> };
}

type Tell = (line: string) => void;

const native = (command: string): LivekitProgram => ({
  bindAddress: '127.0.0.1',
  appHost: '127.0.0.1',
  launch: (configFile) => ({ command, args: ['--config', configFile] }),
});

/** On PATH, in the project, as a Docker image, or made by Go: the first that can be had. */
export async function livekitProgram(tell: Tell, signal?: AbortSignal): Promise<LivekitProgram> {
  const found = await onPath(tell);
  if (found) return native(found);
  if (existsSync(installed)) return native(installed);
  if (await dockerImage(tell, signal)) return inDocker;
  if (await installWithGo(LIVEKIT_VERSION, installed, tell, signal)) return native(installed);
  throw new StartProblem(
    `There is no livekit-server here, and neither Docker nor Go to get one with. Install livekit-server ${LIVEKIT_VERSION} or later ` +
      '(https://docs.livekit.io/home/self-hosting/local/), Docker or Go (https://go.dev/dl/), or set LIVEKIT_URL to a server of your own.',
  );
}

async function onPath(tell: Tell): Promise<string | undefined> {
  for (const name of ['livekit-server', 'livekit']) {
    for (const directory of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(directory, name);
      if (!directory || !existsSync(file)) continue;
      const { stdout } = await execa(file, ['--version'], { reject: false, timeout: 5_000, stdin: 'ignore' });
      const version = semver.coerce(stdout);
      if (!/server/.test(stdout ?? '') || !version) continue;
      if (semver.gte(version, LIVEKIT_VERSION)) return file;
      tell(`${file} is ${version}, which is older than ${LIVEKIT_VERSION}: not used.`);
    }
  }
  return undefined;
}

async function dockerImage(tell: Tell, signal?: AbortSignal): Promise<boolean> {
  const quiet = { reject: false, stdin: 'ignore', cancelSignal: signal } as const;
  const engine = await execa('docker', ['info', '--format', '{{.ServerVersion}}'], { ...quiet, timeout: 5_000 });
  if (engine.exitCode !== 0) return false;
  const image = await execa('docker', ['image', 'inspect', IMAGE], quiet);
  if (image.exitCode === 0) return true;
  tell(`Docker fetches ${IMAGE} (once) …`);
  const pull = await execa('docker', ['pull', '--quiet', IMAGE], quiet);
  if (pull.exitCode !== 0) tell(`Docker could not fetch it: ${String(pull.stderr).trim().split('\n').at(-1)}`);
  return pull.exitCode === 0;
}

/** On Linux the container shares the host's network; elsewhere Docker runs in a virtual machine, and ports are mapped. */
const onHostNetwork = process.platform === 'linux';

const inDocker: LivekitProgram = {
  bindAddress: onHostNetwork ? '127.0.0.1' : '0.0.0.0',
  appHost: onHostNetwork ? '127.0.0.1' : 'host.docker.internal',
  launch(configFile, { signal, tcp, udp }, data) {
    const name = `anteroom-livekit-${basename(data).replace(/\W/g, '')}-${signal}`;
    const mapped = [`${signal}:${signal}`, `${tcp}:${tcp}`, `${udp}:${udp}/udp`].flatMap((p) => [
      '-p',
      `127.0.0.1:${p}`,
    ]);
    return {
      command: 'docker',
      args: [
        ...['run', '--rm', '--init', '--name', name, '-v', `${configFile}:/livekit.yaml:ro`],
        ...(onHostNetwork ? ['--network', 'host'] : mapped),
        ...[IMAGE, '--config', '/livekit.yaml'],
      ],
      // Killing the client does not end the container.
      prepare: async () => {
        await execa('docker', ['rm', '--force', name], { reject: false, stdin: 'ignore' });
      },
    };
  },
};

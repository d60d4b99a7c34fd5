import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { withLock } from './lock';

/** Has Go build livekit-server into the project. @returns false when there is no Go, or it could not */
export async function installWithGo(
  version: string,
  target: string,
  tell: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const go = await execa('go', ['version'], { reject: false, stdin: 'ignore' });
  if (go.exitCode !== 0) return false;
  const directory = dirname(target);
  mkdirSync(directory, { recursive: true });
  const waiting = () => tell('Another start is installing livekit-server; waiting for it …');
  return withLock(join(directory, 'lock'), waiting, async () => {
    const there = await execa(target, ['--version'], { reject: false, stdin: 'ignore' });
    if (there.exitCode === 0) return true;
    const draft = join(directory, 'draft');
    const since = Date.now();
    const progress = () => {
      const seconds = Math.round((Date.now() - since) / 1000);
      tell(
        `Go installs livekit-server ${version} into the project, once: ${seconds} s so far, usually two to five minutes …`,
      );
    };
    progress();
    const timer = setInterval(progress, 10_000);
    try {
      const built = await execa('go', ['install', `github.com/livekit/livekit-server/cmd/server@v${version}`], {
        env: { GOBIN: draft, GOFLAGS: '' },
        cwd: directory,
        reject: false,
        stdin: 'ignore',
        cancelSignal: signal,
      });
      signal?.throwIfAborted();
      if (built.exitCode !== 0) {
        tell(`Go could not install it: ${String(built.stderr).trim().split('\n').slice(-3).join(' ')}`);
        return false;
      }
      renameSync(join(draft, 'server'), target);
      return true;
    } finally {
      clearInterval(timer);
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

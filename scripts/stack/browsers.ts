import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';
import { execa } from 'execa';
import { StartProblem } from './problem';

function onPath(...names: string[]): string | undefined {
  const directories = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find((file) => existsSync(file));
}

/** A Chromium that is here already: the one named by ANTEROOM_CHROMIUM, Playwright's own, or the machine's. */
export function findChromium(): string | undefined {
  const named = process.env.ANTEROOM_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new StartProblem(`ANTEROOM_CHROMIUM names ${named}, which is not there.`);
    return named;
  }
  const own = playwrightChromium.executablePath();
  return existsSync(own) ? own : onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** Finds Chromium or installs it: Playwright's download, or else the machine's package manager. */
export async function chromium(tell: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found) return found;
  tell('No Chromium here: Playwright downloads one …');
  // A proxy that swallows the connection would otherwise hold it for ever.
  await execa('npx', ['playwright', 'install', 'chromium'], {
    preferLocal: true,
    reject: false,
    stdin: 'ignore',
    timeout: 300_000,
  });
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  await aptInstall('chromium', tell);
  const installed = findChromium();
  if (installed) return installed;
  throw new StartProblem(
    'No Chromium was found and none could be installed. Install one and name it in ANTEROOM_CHROMIUM.',
  );
}

/** Firefox is for one more test, where it is installed; a CI machine is ours to install it on. */
export async function firefox(tell: (line: string) => void): Promise<string | undefined> {
  const found = onPath('firefox', 'firefox-esr');
  if (found || process.env.CI !== 'true') return found;
  await aptInstall('firefox-esr', tell);
  return onPath('firefox', 'firefox-esr');
}

async function aptInstall(name: string, tell: (line: string) => void) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  tell(`apt-get installs ${name} …`);
  const options = { reject: false, stdin: 'ignore', env: { DEBIAN_FRONTEND: 'noninteractive' } } as const;
  await execa('apt-get', ['update'], options);
  await execa('apt-get', ['install', '--yes', '--no-install-recommends', name], options);
}

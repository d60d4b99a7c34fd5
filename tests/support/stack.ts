import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from '@/scripts/stack/environment';
import { inRoot } from '@/scripts/stack/paths';
import { startStack } from '@/scripts/stack/stack';
import { temporaryDirectory } from './temporary';

/** The environment without the settings of a person's own instance, which have no say in the tests. */
function withoutSettings(): Environment {
  const names = Object.keys(parseEnv(readFileSync(inRoot('.env.example'), 'utf8')));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
}

const dist = '.next-test';
const clinic = {
  CLINIC_NAME: 'Hillside Clinic',
  CLINIC_PHONE: '+1 555 010 0100',
  CLINIC_ADDRESS: '1 Hill Street',
  CLINIC_EMERGENCY_NOTE: 'In an emergency call 112.',
};

/** Playwright's global set-up: one whole Anteroom of its own, with the demo people, for the run. */
export default async function setUp() {
  const directory = temporaryDirectory();
  const stack = await startStack({
    data: directory.path,
    port: Number(process.env.ANTEROOM_E2E_PORT),
    dist,
    livekitRestartDelayMs: 2_000,
    tell: (line) => console.log(line),
    env: { ...withoutSettings(), ...clinic },
  }).catch((error) => {
    directory.remove();
    throw error;
  });
  // Playwright's workers are started after this, with this environment.
  Object.assign(process.env, clinic, { ANTEROOM_DATA: stack.data, ANTEROOM_DIST: dist });
  return async () => {
    await stack.stop();
    directory.remove();
  };
}

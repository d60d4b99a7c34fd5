import { mkdirSync } from 'node:fs';
import { generate } from './generate';
import { build } from './stack/build';
import { inRoot } from './stack/paths';
import { StartProblem } from './stack/problem';

/** A production build into the folder ANTEROOM_DIST (default .next), unless it is there already. */
const data = inRoot('node_modules', '.cache', 'anteroom');
mkdirSync(data, { recursive: true });
try {
  await generate();
  await build(process.env.ANTEROOM_DIST || '.next', process.env, { data, tell: console.log, onPid: () => {} });
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
}

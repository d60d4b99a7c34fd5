/**
 * npm run bench -- [--only=token|join|js|memory|size|bookings] [--write]
 * Measures the production build beside bare counterparts on this machine. `--write` puts the figures into docs/benchmarks.md.
 */
import { parseArgs } from 'node:util';
import { temporaryDirectory } from '@/tests/support/temporary';
import { startBare } from './bench/bare';
import { blockingRows } from './bench/blocking';
import { bookingRows } from './bench/bookings';
import { browsers } from './bench/browsers';
import { codeRows } from './bench/code';
import type { Context } from './bench/context';
import { joinRows } from './bench/join';
import { memoryRows } from './bench/memory';
import { startProduct } from './bench/product';
import { machine, table, write } from './bench/report';
import type { Row } from './bench/row';
import { sizeRows } from './bench/size';
import { tokenRows } from './bench/token';
import { generate } from './generate';

const LIMIT_MS = 25 * 60_000;

// Memory first: what is idle has not worked yet.
const parts = {
  memory: memoryRows,
  js: async (context: Context) => [...(await codeRows(context)), ...(await blockingRows(context))],
  join: joinRows,
  token: tokenRows,
  bookings: bookingRows,
  size: sizeRows,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean', default: false } } });
const names = Object.keys(parts) as (keyof typeof parts)[];
const chosen = names.filter((name) => !values.only || values.only.split(',').includes(name));
if (chosen.length === 0) {
  console.error(`--only takes ${names.join(', ')}`);
  process.exit(1);
}
if (values.write && chosen.length < names.length) {
  console.error('--write wants the figures of one whole run: leave --only out.');
  process.exit(1);
}

const stopping = new AbortController();
const stop = (reason: string) => stopping.abort(new Error(reason));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop('Stopped.'));
const limit = setTimeout(() => stop('Not done after twenty-five minutes; given up.'), LIMIT_MS);
const stopped = new Promise<never>((_, fail) => {
  stopping.signal.addEventListener('abort', () => fail(stopping.signal.reason));
});
stopped.catch(() => {});

const tell = (line: string) => console.error(line);

/** One part that could not be measured does not take the others' figures with it. */
function failed(name: string, error: unknown): Row[] {
  stopping.signal.throwIfAborted();
  console.error(error);
  process.exitCode = 1;
  const nothing = { unit: '', ours: Number.NaN, beside: { what: '', value: Number.NaN } };
  return [{ what: `--only=${name}`, ...nothing, invalid: 'it failed; see above' }];
}

async function run(): Promise<Row[]> {
  await generate();
  await using left = new AsyncDisposableStack();
  const directory = temporaryDirectory();
  left.defer(() => directory.remove());
  const product = await startProduct(directory.path, tell, stopping.signal);
  left.defer(() => product.stop());
  const bare = await startBare(product.stack, tell, stopping.signal);
  left.defer(() => bare.stop());
  const open = browsers(product);
  left.defer(() => open.stop());
  const rows: Row[] = [];
  for (const name of chosen) {
    const measured = parts[name]({ product, bare, browsers: open, tell });
    rows.push(...(await Promise.race([measured, stopped]).catch((error) => failed(name, error))));
  }
  return rows;
}

try {
  const rows = await run();
  console.log(`\n${machine()}\n\n${table(rows)}`);
  if (values.write) write(rows, new Date());
} catch (error) {
  console.error(stopping.signal.aborted ? (stopping.signal.reason as Error).message : error);
  process.exitCode = 1;
} finally {
  clearTimeout(limit);
}
// A part that was given up may still hold a connection.
process.exit();

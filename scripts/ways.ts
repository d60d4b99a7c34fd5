/**
 * npm run ways -- [--tree=PATH] [--list]
 * Counts the files and lines that stand behind a join, a booking and a cancel, in this tree or in another checkout of it.
 * The definition of each is in docs/benchmarks.md. `--list` names the files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importsOf } from './imports';
import { inRoot } from './stack/paths';

interface Way {
  name: string;
  /** The files that it begins with; of several names for one file the one that the tree has. */
  entries: string[][];
  /** Files left out of it, beside the generated client. */
  without: RegExp;
}

const GENERATED = /^prisma\/generated\//;
const NOTHING = /^$/;

const WAYS: Way[] = [
  {
    name: 'a join (server’s core)',
    entries: [['lib/calls/commands/join.ts', 'lib/calls/commands.ts']],
    without: /^lib\/(platform\/limits|adapters\/database)\.ts$/,
  },
  { name: 'a booking', entries: [['app/api/appointments/route.ts']], without: NOTHING },
  {
    name: 'a cancel to its mail',
    entries: [
      ['app/api/appointments/[id]/cancel/route.ts'],
      ['worker/send-visit-mail.ts', 'lib/notifications/commands/send-visit-mail.ts'],
    ],
    without: /\/(series(-\w+)?|recurrence)\.ts$|^lib\/notifications\/templates\//,
  },
];

/** All files of a way, their paths inside the tree. @throws when none of an entry's names is there */
function filesOf({ name, entries, without }: Way, tree: string): string[] {
  const files = new Set<string>();
  const follow = (file: string) => {
    if (files.has(file) || without.test(file) || GENERATED.test(file)) return;
    files.add(file);
    importsOf(file, tree, false).forEach(follow);
  };
  for (const names of entries) {
    const entry = names.find((it) => existsSync(join(tree, it)));
    if (!entry) throw new Error(`${tree} has no ${names.join(' or ')}, where ${name} begins`);
    follow(entry);
  }
  return [...files].sort();
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

const { values } = parseArgs({
  options: { tree: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const tree = resolve(values.tree ?? inRoot());
console.log('way                       files   lines');
for (const way of WAYS) {
  const files = filesOf(way, tree);
  const lines = files.map((file) => linesOf(join(tree, file)));
  const sum = lines.reduce((all, some) => all + some, 0);
  console.log(`${way.name.padEnd(24)}  ${String(files.length).padStart(5)}  ${sum.toLocaleString('en').padStart(6)}`);
  if (values.list) files.forEach((file, n) => void console.log(`  ${String(lines[n]).padStart(5)}  ${file}`));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { execaSync } from 'execa';
import { inRoot } from '@/scripts/stack/paths';
import { cellsOf, HEADINGS, type Row } from './row';

/** A table for a terminal. */
export function table(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const text = (cells: string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return lines.map((cells) => text(cells).trimEnd()).join('\n');
}

// Before anything of ours runs: what else the machine had to do.
const [busy = 0] = loadavg();

export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || process.arch;
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} cores (${model}), ${memory} GB of memory, ${process.platform}, Node ${process.versions.node}, load average ${busy.toFixed(1)} before the run`;
}

const START = '<!-- figures: written by npm run bench -- --write -->';
const END = '<!-- end of figures -->';

const line = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** Puts the figures of this run into docs/benchmarks.md, in place of those of the run before. */
export function write(rows: readonly Row[], now: Date) {
  const file = inRoot('docs/benchmarks.md');
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} has lost the marks between which figures go`);
  const missed = rows.filter((row) => row.invalid || row.aim?.met === false);
  const figures = [
    `${now.toISOString().slice(0, 10)}, ${machine()}.`,
    '',
    line(HEADINGS),
    line(HEADINGS.map((_, column) => ([1, 2, 4].includes(column) ? '---:' : '---'))),
    ...rows.map((row) => line(cellsOf(row))),
    '',
    missed.length === 0
      ? 'Every aim was met.'
      : `Missed: ${missed.map((row) => `${row.what} (${row.invalid ?? `aim: ${row.aim?.words}`})`).join('; ')}.`,
  ];
  writeFileSync(file, `${before}${START}\n\n${figures.join('\n')}\n\n${END}${after}`);
  execaSync('biome', ['format', '--write', file], { cwd: inRoot(), preferLocal: true, localDir: inRoot() });
}

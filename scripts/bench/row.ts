/** Two things measured in the same run. Values in `unit`; a ratio is ours to the other. */
export interface Row {
  what: string;
  unit: string;
  ours: number;
  beside: { what: string; value: number };
  aim?: { words: string; met: boolean };
  /** The reason why the figures do not count. */
  invalid?: string;
}

const round = (value: number) =>
  Number.isNaN(value) ? '–' : Math.abs(value) < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');

export const ratioOf = ({ ours, beside }: Row) => (beside.value ? (ours / beside.value).toFixed(2) : '–');

export function verdictOf({ aim, invalid }: Row): string {
  if (invalid) return `invalid: ${invalid}`;
  return aim ? `${aim.words}: ${aim.met ? 'met' : 'MISSED'}` : '';
}

export const HEADINGS = ['What', 'Anteroom', 'Beside', '', 'Ratio', 'Aim'];

export const cellsOf = (row: Row): string[] => [
  row.what,
  `${round(row.ours)} ${row.unit}`,
  `${round(row.beside.value)} ${row.unit}`,
  row.beside.what,
  ratioOf(row),
  verdictOf(row),
];

export const atMost = (ours: number, other: number, times: number) => ({
  words: `${times}× or less`,
  met: ours <= other * times,
});

export const atLeast = (ours: number, other: number, times: number) => ({
  words: `${times} of it or more`,
  met: ours >= other * times,
});

/** The value that `share` (0 to 1) of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

import { execa } from 'execa';
import { circlesIn } from './imports';
import { inRoot } from './stack/paths';

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

/** Runs dependency-cruiser over some folders. @throws when it could read none of their modules */
export async function cruise(folders: string[], pass: 'modules' | 'client', cwd = inRoot()): Promise<string[]> {
  const config = inRoot('.dependency-cruiser.cjs');
  const { stdout, stderr } = await execa('depcruise', ['--config', config, '--output-type', 'json', ...folders], {
    ...{ cwd, preferLocal: true, localDir: inRoot(), reject: false, stdin: 'ignore' },
    env: { ARCHITECTURE_PASS: pass },
  });
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  const { summary } = JSON.parse(stdout) as Cruise;
  // With a parser missing it reads no TypeScript and reports that there are no violations.
  if (summary.totalCruised === 0) throw new Error('dependency-cruiser read no module');
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
}

if (import.meta.main) {
  const product = ['app', 'components', 'lib', 'worker', 'messages', 'prisma'];
  const violations = [
    ...(await cruise(product, 'modules')),
    ...(await cruise(product, 'client')),
    // dependency-cruiser cannot read `await using`, which these have.
    ...circlesIn(['scripts', 'tests'], inRoot()).map((circle) => `no-cycles: ${circle}`),
  ];
  for (const line of violations) console.error(line);
  if (violations.length === 0) console.log('The modules keep to the map.');
  process.exitCode = violations.length === 0 ? 0 : 1;
}

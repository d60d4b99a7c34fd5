import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = (dist: string, name: string) => JSON.parse(readFileSync(join(dist, 'server', name), 'utf8'));

/** Every page and handler of a build, as its manifest names them: "/(clinic)/account/page". */
export const routesOf = (dist: string): string[] => Object.keys(manifest(dist, 'app-paths-manifest.json')).sort();

export interface ServerAction {
  id: string;
  /** "app/(clinic)/actions.ts#signOut" */
  name: string;
  /** The routes whose address it can be called at. */
  pages: string[];
}

/** Every server action of a build. */
export function actionsOf(dist: string): ServerAction[] {
  const { node, edge } = manifest(dist, 'server-reference-manifest.json');
  const entries: [string, { filename: string; exportedName: string; workers: object }][] = Object.entries({
    ...node,
    ...edge,
  });
  return entries.map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    pages: Object.keys(workers).map((page) => page.replace(/^app/, '')),
  }));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory that is gone after the tests. */
export function temporaryDirectory() {
  const path = mkdtempSync(join(tmpdir(), 'anteroom-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

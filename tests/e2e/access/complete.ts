import { expect } from '@playwright/test';

/** Expects that a table knows just what the build has; the failure says what to do about it. */
export function expectComplete(built: string[], known: string[], file: string): void {
  const missing = built.filter((name) => !known.includes(name));
  const gone = known.filter((name) => !built.includes(name));
  expect(missing, `Say in tests/e2e/access/${file} what each kind of actor gets of these`).toEqual([]);
  expect(gone, `Take these out of tests/e2e/access/${file}: the build does not have them`).toEqual([]);
}

/** Addresses that are a secret: with one of them anybody chooses a password, or reads a calendar's feed. */
const SECRET_PATH = /^\/(welcome|reset|api\/calendar)\/[^/]+/;

export const isSecretPath = (path: string) => SECRET_PATH.test(path);

/** The path of a request as a log may have it: no query, no secret. */
export const pathForLog = (path: string) => (path.split('?')[0] ?? '').replace(SECRET_PATH, '/$1/…');

/** A path on this site to go back to, or `fallback` when the value would lead anywhere else. */
export function safePath(value: string | string[] | null | undefined, fallback = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return fallback;
  const base = 'http://site.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  return url?.origin === base ? url.pathname + url.search : fallback;
}

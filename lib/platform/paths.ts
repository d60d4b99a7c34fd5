/** Addresses that are a secret: with one of them anybody chooses a password, or reads a calendar's feed. */
const SECRET_PATH = /^\/(welcome|reset|known|api\/calendar)\/[^/]+/;

export const isSecretPath = (path: string) => SECRET_PATH.test(path);

/** The path of a request as a log may have it: no query, no secret. */
export const pathForLog = (path: string) => (path.split('?')[0] ?? '').replace(SECRET_PATH, '/$1/…');

/** Stands for this site where an address is read as a browser reads it. */
const HERE = 'http://site.invalid';

const readAtHome = (address: string) => {
  const url = URL.canParse(address, HERE) ? new URL(address, HERE) : null;
  return url?.origin === HERE ? url.pathname + url.search : null;
};

/**
 * A path on this site to go back to, or `fallback` when the value would lead anywhere else. What is returned is checked as a browser will
 * read it: of "/.//elsewhere", a path of this site, reading leaves "//elsewhere", which is another site.
 */
export function safePath(value: string | string[] | null | undefined, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  const path = readAtHome(value);
  return path !== null && readAtHome(path) === path ? path : fallback;
}

/** Names in a query that say where one is. What was searched for is not for whoever signs in next, and what just happened has happened. */
const PLACES = new Set(['week', 'from', 'visit', 'scope', 'day', 'view', 'after']);
/** Characters of a way back, which stands in an address itself. */
const LONGEST_WAY = 500;

/** The address to come back to after signing in: the page, and where on it one was. */
export function wayBack(address: string | null): string {
  const path = safePath(address);
  const { pathname, searchParams } = new URL(path, HERE);
  const places = new URLSearchParams([...searchParams].filter(([name]) => PLACES.has(name)));
  const way = places.size > 0 ? `${pathname}?${places}` : pathname;
  return safePath(way.length > LONGEST_WAY ? pathname : way);
}

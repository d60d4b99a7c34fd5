/** A path on this site to go back to, or `fallback` when the value would lead anywhere else. */
export function safePath(value: string | string[] | null | undefined, fallback = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return fallback;
  const base = 'http://site.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  return url?.origin === base ? url.pathname + url.search : fallback;
}

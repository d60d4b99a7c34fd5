/**
 * True for a request that changes something and comes from another site's page. Browsers send Origin with every such request; what sends
 * neither header is no browser, and carries no one's cookies by itself.
 */
export function isForeign(headers: Pick<Headers, 'get'>, ownOrigin: string): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== ownOrigin) return site !== 'same-origin';
  return site !== null && site !== 'same-origin' && site !== 'none';
}

/**
 * True for what an open page may ask by itself, with nobody before it: a browser's fetch that changes nothing. With whatever changes something
 * a browser sends Origin.
 */
export const isBackground = (headers: Pick<Headers, 'get'>): boolean =>
  headers.get('sec-fetch-dest') === 'empty' && headers.get('origin') === null;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The methods that are answered, for the header Allow. */
export const ALLOW = METHODS.join(', ');

export const isMethod = (method: string | undefined) => METHODS.includes(method ?? '');

/**
 * True for a request's target that handlers can read: a path on this host (RFC 9112, 3.2.1) whose escapes are UTF-8, and no NUL in it or in
 * its query, which PostgreSQL has no text for.
 */
export function isReadable(target: string | undefined): boolean {
  if (!target?.startsWith('/') || target.includes('%00')) return false;
  const [path = ''] = target.split('?');
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

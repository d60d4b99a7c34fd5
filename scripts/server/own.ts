import type { IncomingHttpHeaders } from 'node:http';

/**
 * Has the headers of a request that the gate let through name this site. Next compares them among each other itself, and takes for an attack what a
 * proxy or a privacy setting changed: it fails then, and logs it.
 */
export function asOwn(headers: IncomingHttpHeaders, origin: string): void {
  delete headers['x-forwarded-host'];
  headers.host = new URL(origin).host;
  headers.origin = origin;
}

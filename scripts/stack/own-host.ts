/**
 * Loaded before a server's own code (`node --import`): the server answers to the names of this machine and to its own pages alone. Otherwise a page
 * of another site could read all that it shows: through a name that leads to 127.0.0.1, or because the server allows every origin (CORS).
 */
import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isForeign } from '../../lib/platform/origin.ts';

const isOwnHost = ({ headers }: IncomingMessage) =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');

/** A link that a person follows, to the page and no further: what it shows then asks for itself. Not in a frame. */
const isFollowed = ({ method, url, headers }: IncomingMessage) =>
  method === 'GET' &&
  url === '/' &&
  headers.origin === undefined &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

/** The status that a request is refused with, or null. Another port of this machine is another site's page. */
function refusalOf(request: IncomingMessage): 421 | 403 | null {
  // 421, misdirected request (RFC 9110, 15.5.20).
  if (!isOwnHost(request)) return 421;
  const headers = { get: (name: string) => request.headers[name]?.toString() ?? null };
  return isForeign(headers, `http://${request.headers.host}`) && !isFollowed(request) ? 403 : null;
}

const { emit } = Server.prototype;

Server.prototype.emit = function (event: string, ...given: unknown[]) {
  const [request, other] = given as [IncomingMessage, ServerResponse | Socket];
  const refusal = event === 'request' || event === 'upgrade' ? refusalOf(request) : null;
  if (refusal === null) return Reflect.apply(emit, this, [event, ...given]);
  if (event === 'upgrade') (other as Socket).destroy();
  else (other as ServerResponse).writeHead(refusal).end();
  return true;
};

const { setHeader } = ServerResponse.prototype;

ServerResponse.prototype.setHeader = function (name, value) {
  return name.toLowerCase().startsWith('access-control-') ? this : Reflect.apply(setHeader, this, [name, value]);
};

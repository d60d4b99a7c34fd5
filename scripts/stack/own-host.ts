/**
 * Loaded before a server's own code (`node --import`): the server answers to the names of this machine, and to no page of another site. One
 * whose name leads to 127.0.0.1, or which the server's own headers would let read it (maildev allows every origin), could otherwise
 * see all that it shows.
 */
import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const OWN = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const isOwn = ({ headers }: IncomingMessage) => OWN.test(headers.host ?? '');

const isOwnOrigin = (origin: string) => OWN.test(origin.replace(/^https?:\/\//, ''));

/** True for what another site's page asks for, and is not somebody's going to the page itself. */
function isForeign({ method, headers }: IncomingMessage): boolean {
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin)) return true;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return method !== 'GET' || headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

/** 421, misdirected request (RFC 9110, 15.5.20); null where it is answered. */
const refusal = (request: IncomingMessage) => (isOwn(request) ? (isForeign(request) ? 403 : null) : 421);

const emit = Server.prototype.emit;

Server.prototype.emit = function (event: string, ...given: unknown[]) {
  const [request, other] = given as [IncomingMessage, ServerResponse | Socket];
  const refused = event === 'request' || event === 'upgrade' ? refusal(request) : null;
  if (refused !== null) {
    if (event === 'upgrade') (other as Socket).destroy();
    else (other as ServerResponse).writeHead(refused).end();
    return true;
  }
  return Reflect.apply(emit, this, [event, ...given]);
};

const setHeader = ServerResponse.prototype.setHeader;

ServerResponse.prototype.setHeader = function (name, value) {
  return /^access-control-/i.test(name) ? this : Reflect.apply(setHeader, this, [name, value]);
};

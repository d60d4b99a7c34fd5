/**
 * Loaded before a server's own code (`node --import`): the server answers to the names of this machine alone. A page of another site whose
 * name leads to 127.0.0.1 could otherwise read all that it shows.
 */
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const isOwn = ({ headers }: IncomingMessage) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');

const emit = Server.prototype.emit;

Server.prototype.emit = function (event: string, ...given: unknown[]) {
  const [request, other] = given as [IncomingMessage, ServerResponse | Socket];
  if ((event === 'request' || event === 'upgrade') && !isOwn(request)) {
    if (event === 'upgrade') (other as Socket).destroy();
    // 421, misdirected request (RFC 9110, 15.5.20).
    else (other as ServerResponse).writeHead(421).end();
    return true;
  }
  return Reflect.apply(emit, this, [event, ...given]);
};

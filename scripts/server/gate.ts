import type { IncomingMessage, ServerResponse } from 'node:http';
import { Crowd } from '../../lib/platform/crowd.ts';
import { log } from '../../lib/platform/log.ts';
import { isForeign } from '../../lib/platform/origin.ts';
import { pathForLog } from '../../lib/platform/paths.ts';
import type { Settings } from '../../lib/platform/settings.ts';
import { faultOfArguments } from './action.ts';
import { faultOf, hasBody, readBody, withBody } from './body.ts';
import { addressOf, networkOf } from './client.ts';
import { refuseRequest } from './refuse.ts';
import { ALLOW, isMethod, isReadable } from './target.ts';

/** A form or a server action of a page; the API's handlers answer for themselves. */
const isAction = ({ method, url }: IncomingMessage) => method === 'POST' && !url?.startsWith('/api/');

/** Next throws at arguments that React cannot read. Those that come as a form are left to it. */
const faultOfAction = ({ headers }: IncomingMessage, body: Buffer) =>
  'next-action' in headers && !headers['content-type']?.startsWith('multipart/')
    ? faultOfArguments(body.toString())
    : null;

const headersOf = ({ headers }: IncomingMessage) => ({ get: (name: string) => headers[name]?.toString() ?? null });

const refusal = <Code extends string, More extends object>(code: Code, more: More) => ({
  ok: false as const,
  code,
  ...more,
});

/**
 * Bounds what comes from outside before a handler reads it: how many at once from one client, methods, targets, and bodies by length and depth.
 * Resolves to the request for the handler, or to null where it was refused or the client went away.
 */
export function gate({ trustedProxies, limits, origin }: Pick<Settings, 'trustedProxies' | 'limits' | 'origin'>) {
  const crowd = new Crowd(limits.connectionsPerAddress);

  return async (request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage | null> => {
    // It is what limits count by. Whatever a client sent under that name is overwritten.
    const network = networkOf(addressOf(request, trustedProxies));
    request.headers['x-anteroom-client-address'] = network;
    // A proxy's connections are everybody's: behind one, it is a client's requests that are counted.
    if (trustedProxies > 0) {
      const leave = crowd.enter(network);
      if (!leave) return refuse(response, refusal('too_many_requests', { retryAfter: 1 }));
      response.once('close', leave);
    }
    if (!isMethod(request.method)) return refuse(response, refusal('method_not_allowed', {}), { allow: ALLOW });
    if (!isReadable(request.url))
      return refuse(response, refusal('invalid_request', { detail: 'the address cannot be read' }));
    if (isAction(request) && isForeign(headersOf(request), origin)) {
      // Next would throw, and log a failure of ours.
      log().info({ path: pathForLog(request.url ?? '') }, 'foreign origin refused');
      return refuse(response, refusal('foreign_origin', {}));
    }
    if (!hasBody(request)) {
      const fault = faultOfAction(request, Buffer.alloc(0));
      return fault ? refuse(response, refusal('invalid_request', { detail: fault })) : request;
    }
    const body = await readBody(request, limits.bodyBytes);
    if (body === null) return null;
    if (body === 'too_large') return refuse(response, refusal('too_large', { most: limits.bodyBytes }));
    const fault = faultOf(body, request.headers['content-type']) ?? faultOfAction(request, body);
    if (fault) return refuse(response, refusal('invalid_request', { detail: fault }));
    return withBody(request, body);
  };
}

async function refuse(...about: Parameters<typeof refuseRequest>): Promise<null> {
  await refuseRequest(...about);
  return null;
}

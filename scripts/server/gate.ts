import type { IncomingMessage, ServerResponse } from 'node:http';
import { Crowd } from '../../lib/platform/crowd.ts';
import { log } from '../../lib/platform/log.ts';
import { isForeign } from '../../lib/platform/origin.ts';
import { pathForLog } from '../../lib/platform/paths.ts';
import type { Settings } from '../../lib/platform/settings.ts';
import { isActionId, type Read, readArguments } from './action.ts';
import { faultOf, hasBody, readBody, withBody } from './body.ts';
import { addressOf, networkOf } from './client.ts';
import { readForm } from './form.ts';
import { asOwn } from './own.ts';
import { refuseRequest } from './refuse.ts';
import { isRouterState } from './router-state.ts';
import { ALLOW, isMethod, isReadable } from './target.ts';

/** A form or a server action of a page; the API's handlers answer for themselves. */
const isAction = ({ method, url }: IncomingMessage) => method === 'POST' && !url?.startsWith('/api/');

/** Next throws at forms and at arguments of actions that it or React cannot read. */
async function readAction(request: IncomingMessage, bytes: Buffer): Promise<Read<{ bytes: Buffer; type?: string }>> {
  const { 'content-type': type, 'next-action': called } = request.headers;
  // Next tells the two apart by just this.
  if (isAction(request) && type?.startsWith('multipart/form-data')) return readForm(bytes, type, called !== undefined);
  if (called === undefined) return { ok: true, value: { bytes } };
  const read = readArguments(bytes.toString());
  return read.ok ? { ok: true, value: { bytes: Buffer.from(read.value) } } : read;
}

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
    if (isAction(request)) asOwn(request.headers, origin);
    if (!isActionId(request.headers['next-action']))
      return refuse(response, refusal('invalid_request', { detail: 'next-action: names no action' }));
    if (!isRouterState(request.headers['next-router-state-tree']))
      return refuse(response, refusal('invalid_request', { detail: 'next-router-state-tree: cannot be read' }));
    const body = hasBody(request) ? await readBody(request, limits.bodyBytes) : undefined;
    if (body === null) return null;
    if (body === 'too_large') return refuse(response, refusal('too_large', { most: limits.bodyBytes }));
    const detail = body && faultOf(body, request.headers['content-type']);
    if (detail) return refuse(response, refusal('invalid_request', { detail }));
    const read = await readAction(request, body ?? Buffer.alloc(0));
    if (!read.ok) return refuse(response, refusal('invalid_request', { detail: read.fault }));
    return body ? withBody(request, read.value.bytes, read.value.type) : request;
  };
}

async function refuse(...about: Parameters<typeof refuseRequest>): Promise<null> {
  await refuseRequest(...about);
  return null;
}

import type { ServerResponse } from 'node:http';
import { problemResponse } from '../../lib/platform/problem-response.ts';
import type { Problem } from '../../lib/platform/problems.ts';

/** Milliseconds for which what a client still sends is read and thrown away, so that it comes to read the answer. */
const LINGER = 1_000;

/** Answers a request that Next does not get to see with a problem (RFC 9457), and closes its connection: what follows on it is unknown. */
export async function refuseRequest(response: ServerResponse, problem: Problem, more: Record<string, string> = {}) {
  const answer = problemResponse(problem);
  const body = Buffer.from(await answer.arrayBuffer());
  response
    .writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      ...more,
      'content-length': body.length,
      connection: 'close',
    })
    .end(body);
  const { req: request } = response;
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), LINGER);
  request.socket.once('close', () => clearTimeout(timer));
}

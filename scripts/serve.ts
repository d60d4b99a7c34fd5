/**
 * The app process. Next's own server neither bounds what comes in nor tells a handler whose connection a request came in on; server/gate.ts
 * does both. Plain Node runs it (types are stripped), without a loader between Next and its build.
 */
import { createServer, type Server } from 'node:http';
import next from 'next';
import { Crowd } from '../lib/platform/crowd.ts';
import { headersOfAll } from '../lib/platform/headers.ts';
import { readSettings } from '../lib/platform/settings.ts';
import { networkOf } from './server/client.ts';
import { gate } from './server/gate.ts';

const dev = process.argv.includes('--dev');
const settings = given();
const { port, trustedProxies, limits } = settings;
const pass = gate(settings);
const headers = new Headers(headersOfAll(process.env));

function given() {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

/** An address that means this machine alone is served to this machine alone; the demo's passwords are on its terminal. */
function hosts(): (string | undefined)[] {
  const { hostname } = new URL(process.env.NEXTAUTH_URL || 'http://localhost');
  if (process.env.HOST) return [process.env.HOST];
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? ['127.0.0.1', '::1'] : [undefined];
}

/**
 * Milliseconds for which a connection stays open without a request. Node's own five seconds are shorter than a proxy's two minutes: a
 * form that is sent on a connection just as a busy server closes it is lost, and nobody may send it again.
 */
const IDLE = 150_000;

/** Only hot reload speaks WebSocket. A socket that was handed over to it and that nobody serves would stay open for ever. */
const hotReload = (url = '') => dev && url.startsWith('/_next/') && url.includes('hmr');

const options = {
  keepAliveTimeout: IDLE,
  headersTimeout: limits.headersTimeout,
  requestTimeout: limits.requestTimeout,
  connectionsCheckingInterval: 2_000,
  shouldUpgradeCallback: ({ url }: { url?: string }) => hotReload(url),
};
const servers = hosts().map((host) => ({ host, server: createServer(options) }));
const crowd = new Crowd(limits.connectionsPerAddress);
const [first] = servers;
if (!first) throw new Error('no address to listen on');
const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost', httpServer: first.server });
await app.prepare();
const handle = app.getRequestHandler();

function listen(server: Server, host: string | undefined) {
  server.maxConnections = limits.connections;
  server.on('connection', (socket) => {
    // Behind a proxy, the gate counts.
    if (trustedProxies > 0) return;
    const leave = crowd.enter(networkOf(socket.remoteAddress ?? ''));
    if (leave) socket.once('close', leave);
    else socket.destroy();
  });
  server.on('request', async (request, response) => {
    response.setHeaders(headers);
    const passed = await pass(request, response);
    if (passed) await handle(passed, response);
  });
  // Next answers WebSockets, those of hot reload, on the one server that it was given.
  if (server !== first?.server) server.on('upgrade', (...handshake) => first?.server.emit('upgrade', ...handshake));
  return new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6.
      if (host === '::1' && error.code !== 'EADDRINUSE') done();
      else fail(error);
    });
    server.listen({ port, host }, done);
  });
}

async function stop() {
  // Open event streams would keep a server from closing for as long as their pages are open.
  setTimeout(() => servers.forEach(({ server }) => void server.closeAllConnections()), 1_500).unref();
  setTimeout(() => process.exit(0), 4_000).unref();
  const closed = servers.map(({ server }) => new Promise((done) => server.close(done)));
  for (const { server } of servers) server.closeIdleConnections();
  await Promise.all(closed);
  process.exit(0);
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
try {
  for (const { server, host } of servers) await listen(server, host);
  console.log(`listening on port ${port}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

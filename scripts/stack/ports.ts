import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import getPort from 'get-port';

// Below the range from which systems take the local ports of outgoing connections: such a port may be gone when a service comes back.
const candidates = () => Array.from({ length: 30 }, () => 15_000 + Math.floor(Math.random() * 15_000));

export const freePort = (preferred?: number) =>
  getPort({ port: [...(preferred ? [preferred] : []), ...candidates()], host: '127.0.0.1' });

export async function freeUdpPort(preferred?: number): Promise<number> {
  for (const port of [...(preferred ? [preferred] : []), ...candidates()]) {
    const socket = createSocket('udp4');
    try {
      socket.bind(port, '127.0.0.1');
      await once(socket, 'listening');
      return port;
    } catch {
      // Somebody else's: the next one.
    } finally {
      await new Promise<void>((done) => socket.close(done));
    }
  }
  throw new Error('no free UDP port found');
}

/** True when the app could listen on the port, on either loopback address. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1', undefined]) {
    const server = createServer();
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen({ port, host }, () => done(undefined));
    });
    if (!error) await new Promise((done) => server.close(done));
    // EACCES: a port below 1024; the app itself will say so.
    if (error?.code === 'EADDRINUSE') return false;
  }
  return true;
}

export interface LivekitPorts {
  signal: number;
  tcp: number;
  udp: number;
}

export interface Ports {
  postgres?: number;
  livekit?: LivekitPorts;
  mail?: { smtp: number; web: number };
}

/** The ports of the last run are tried first, so that a page left open finds its server again. */
export function rememberedPorts(data: string): Ports {
  try {
    return JSON.parse(readFileSync(join(data, 'ports.json'), 'utf8'));
  } catch {
    return {};
  }
}

export function rememberPorts(data: string, ports: Ports) {
  writeFileSync(join(data, 'ports.json'), JSON.stringify({ ...rememberedPorts(data), ...ports }, null, 2));
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LivekitProgram, livekitProgram } from './livekit-program';
import { freePort, freeUdpPort, type LivekitPorts } from './ports';
import { type Service, type Surroundings, startService, until } from './service';

export interface Livekit {
  service: Service;
  url: string;
  ports: LivekitPorts;
}

export interface LivekitOptions {
  key: string;
  secret: string;
  /** The app's address to which it reports who came and went. */
  webhookUrl?: string;
  ports?: LivekitPorts;
  restartDelayMs?: number;
  /** A server that makes rooms by itself, as some clinics may have one: what Anteroom warns of. */
  autoCreate?: boolean;
}

/** A livekit-server for browsers on this machine. */
export async function startLivekit(around: Surroundings, options: LivekitOptions): Promise<Livekit> {
  const program = await livekitProgram(around.tell, around.signal);
  const ports = {
    signal: await freePort(options.ports?.signal),
    tcp: await freePort(options.ports?.tcp),
    udp: await freeUdpPort(options.ports?.udp),
  };
  const directory = join(around.data, 'livekit');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'config.yaml');
  writeFileSync(file, JSON.stringify(config(options, ports, program), null, 2), { mode: 0o600 });
  const { command, args, env, prepare } = program.launch(file, ports, around.data);
  const answers = async () => {
    const { ok } = await fetch(`http://127.0.0.1:${ports.signal}/`, { signal: AbortSignal.timeout(1_000) });
    if (!ok) throw new Error('not yet');
  };
  const service = await startService(
    {
      name: 'livekit',
      command,
      args,
      env: { ...process.env, ...env },
      prepare,
      patienceMs: 3_000,
      restartDelayMs: options.restartDelayMs ?? 1_000,
      ready: (signal) => until(signal, answers),
      answers,
      show: (line) => (/\bERROR\b/.test(line) ? line : undefined),
    },
    around,
  );
  return { service, url: `ws://127.0.0.1:${ports.signal}`, ports };
}

/** JSON is YAML. */
function config(
  { key, secret, webhookUrl, autoCreate = false }: LivekitOptions,
  ports: LivekitPorts,
  program: LivekitProgram,
) {
  return {
    port: ports.signal,
    bind_addresses: [program.bindAddress],
    rtc: {
      // It would listen on every address, for which there is no setting; UDP does on this machine alone. Docker publishes the port here only.
      tcp_port: program.bindAddress === '127.0.0.1' ? 0 : ports.tcp,
      udp_port: ports.udp,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      ips: program.bindAddress === '127.0.0.1' ? { includes: ['127.0.0.1/32'] } : undefined,
    },
    // A room exists only because the application made it; that is what makes an appointment's end the end of its call.
    room: { auto_create: autoCreate },
    keys: { [key]: secret },
    logging: { level: 'warn', pion_level: 'error', json: false },
    webhook: webhookUrl
      ? { api_key: key, urls: [webhookUrl.replace(/\/\/(localhost|127\.0\.0\.1)/, `//${program.appHost}`)] }
      : undefined,
  };
}

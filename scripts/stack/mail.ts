import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort, type Ports } from './ports';
import { type Service, type Surroundings, startService, until } from './service';

export interface MailServer {
  service: Service;
  /** The SMTP address to which the product sends its mail. */
  url: string;
  /** The page on which a person reads it; its REST API stands under /email. */
  inboxUrl: string;
  ports: NonNullable<Ports['mail']>;
}

/** maildev: an SMTP server that passes nothing on, and shows what came in. For this machine alone. */
export async function startMail(around: Surroundings, remembered?: Ports['mail']): Promise<MailServer> {
  const ports = { smtp: await freePort(remembered?.smtp), web: await freePort(remembered?.web) };
  const inboxUrl = `http://localhost:${ports.web}`;
  const directory = join(around.data, 'mail');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const service = await startService(
    {
      name: 'mail',
      command: process.execPath,
      args: [
        ...['--import', new URL('./own-host.ts', import.meta.url).href],
        createRequire(import.meta.url).resolve('maildev/bin/maildev'),
        ...['--ip', '127.0.0.1', '--web-ip', '127.0.0.1'],
        ...['--smtp', String(ports.smtp), '--web', String(ports.web)],
        ...['--mail-directory', directory, '--silent'],
      ],
      env: { ...process.env },
      ready: (signal) =>
        until(signal, async () => {
          const { ok } = await fetch(`http://127.0.0.1:${ports.web}/healthz`, { signal: AbortSignal.timeout(1_000) });
          if (!ok) throw new Error('not yet');
        }),
    },
    around,
  );
  return { service, url: `smtp://127.0.0.1:${ports.smtp}`, inboxUrl, ports };
}

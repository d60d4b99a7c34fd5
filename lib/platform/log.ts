import pino, { type Logger } from 'pino';

const SECRET = [
  'token',
  'password',
  'current',
  'next',
  'reason',
  'email',
  'phone',
  'authorization',
  'cookie',
  'access_token',
];

let logger: Logger | undefined;

/** The log of this process: JSON lines on standard output, with secrets and health data taken out wherever they stand. */
export function log(): Logger {
  logger ??= pino({
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    // Messages of errors quote rows and requests; their kind and place are enough to find them.
    serializers: { err: (error: Error) => ({ type: error?.name, stack: placesOf(error) }) },
  });
  return logger;
}

/** The lines of a stack that name places in the code, without the message above them (which may have lines of the same form). */
export function placesOf(error: Error): string[] {
  const stack = error?.stack ?? '';
  const end = error?.message ? stack.indexOf(error.message) + error.message.length : 0;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
}

/** Makes the console write errors as the log does: Next prints every one that a request fails with, its message included. */
export function keepConsoleDiscreet(): void {
  for (const method of ['error', 'warn', 'log'] as const) {
    const print = console[method].bind(console);
    console[method] = (...parts: unknown[]) =>
      print(...parts.map((part) => (part instanceof Error ? [part.name, ...placesOf(part)].join('\n') : part)));
  }
}

/** Runs once when a server process starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { settings } = await import('@/lib/platform/settings');
  settings();
  const { keepCounting } = await import('@/lib/platform/counts');
  keepCounting();
  if (process.env.NODE_ENV !== 'production') return;
  const { keepConsoleDiscreet } = await import('@/lib/platform/log');
  keepConsoleDiscreet();
  const { loadDictionaries } = await import('@/lib/adapters/password-pieces');
  loadDictionaries();
}

/** What a request failed with, in the log's own form: Next's own words of it quote the message, which may quote a row. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/platform/log');
  const { pathForLog } = await import('@/lib/platform/paths');
  log().error({ err: error, method: request.method, path: pathForLog(request.path) }, 'request failed');
}

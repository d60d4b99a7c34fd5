type Env = Record<string, string | undefined>;

/** Both spellings of an SFU's address: the signal runs over a WebSocket, the check before it over HTTP. */
function sfuOrigins(livekitUrl: string | undefined): string {
  if (!livekitUrl || !URL.canParse(livekitUrl)) return '';
  const { host, protocol } = new URL(livekitUrl);
  return /^(wss|https):$/.test(protocol) ? `wss://${host} https://${host}` : `ws://${host} http://${host}`;
}

const originOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).origin : '');

/** The headers that every answer carries, whatever it is: pages, data, files, redirects and refusals. */
export const headersOfAll = (env: Env): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  ...((env.NEXTAUTH_URL ?? '').startsWith('https:')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
});

/** The headers that every page carries. In development the build tool evaluates code and opens a socket for hot reload. */
export function securityHeaders(nonce: string, env: Env) {
  const dev = env.NODE_ENV === 'development';
  const https = (env.NEXTAUTH_URL ?? '').startsWith('https:');
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    // Nonces cannot stand on style attributes, which position the self-view and the level meter.
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`,
    `connect-src 'self' ${sfuOrigins(env.LIVEKIT_URL)}${dev ? ' ws:' : ''}`,
    `img-src 'self' data: ${originOf(env.CLINIC_LOGO_URL)}`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ];
  return {
    'content-security-policy': policy.map((directive) => directive.trim()).join('; '),
    'permissions-policy':
      'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), speaker-selection=(self), autoplay=(self), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    ...headersOfAll(env),
  };
}

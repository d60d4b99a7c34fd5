import { describe, expect, it } from 'vitest';
import { securityHeaders } from './headers';

const policyOf = (env: Record<string, string>) =>
  Object.fromEntries(
    securityHeaders('n0nce', env)
      ['content-security-policy'].split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );

describe('the content security policy', () => {
  it('lets scripts run by nonce alone', () => {
    expect(policyOf({})['script-src']).toBe(`'self' 'nonce-n0nce' 'strict-dynamic'`);
  });
  it('connects to this origin and the SFU only', () => {
    expect(policyOf({ LIVEKIT_URL: 'ws://localhost:7880' })['connect-src']).toBe(
      `'self' ws://localhost:7880 http://localhost:7880`,
    );
    expect(policyOf({ LIVEKIT_URL: 'wss://sfu.example/x' })['connect-src']).toBe(
      `'self' wss://sfu.example https://sfu.example`,
    );
  });
  it('lets nobody frame a page', () => expect(policyOf({})['frame-ancestors']).toBe(`'none'`));
  it('asks for https for good only where it is served', () => {
    expect(securityHeaders('n', { NEXTAUTH_URL: 'https://a.example' })).toHaveProperty('strict-transport-security');
    expect(securityHeaders('n', { NEXTAUTH_URL: 'http://localhost:3000' })).not.toHaveProperty(
      'strict-transport-security',
    );
  });
});

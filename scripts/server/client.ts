import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyaddr from 'proxy-addr';

/** The address that a request came from. Each trusted proxy is one entry of X-Forwarded-For, from its end. */
export const addressOf = (request: IncomingMessage, trustedProxies: number): string =>
  proxyaddr(request, (_address, hop) => hop < trustedProxies);

/** The network that counts as one client: an IPv4 address, or of IPv6 the first 64 bits, since one line has all addresses in them. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

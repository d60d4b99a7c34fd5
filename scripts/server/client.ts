import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyaddr from 'proxy-addr';

/** The address that a request came from. Each trusted proxy is one entry of X-Forwarded-For, from its end. */
export const addressOf = (request: IncomingMessage, trustedProxies: number): string =>
  // Nobody's word is taken: the quick way, which nearly every request goes.
  trustedProxies === 0
    ? (request.socket.remoteAddress ?? '')
    : proxyaddr(request, (_address, hop) => hop < trustedProxies);

/** Networks by the addresses that asked lately. */
const networks = new Map<string, string>();
const REMEMBERED = 10_000;

/** The network that counts as one client: an IPv4 address, or of IPv6 the first 64 bits, since one line has all addresses in them. */
export function networkOf(address: string): string {
  const known = networks.get(address);
  if (known !== undefined) return known;
  if (networks.size >= REMEMBERED) networks.clear();
  const network = readNetwork(address);
  networks.set(address, network);
  return network;
}

function readNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

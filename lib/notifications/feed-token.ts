import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret in the address of a person's feed. It is made of the person's id, the version of the address and NEXTAUTH_SECRET: it can be
 * shown again, and neither the database nor a dump of it holds it.
 */

const ID_BYTES = 16;

const sign = (id: Buffer, version: number, secret: string) =>
  createHmac('sha256', secret).update('anteroom calendar feed').update(id).update(String(version)).digest();

const bytesOf = (personId: string) => Buffer.from(personId.replaceAll('-', ''), 'hex');

/** The token of one version of a person's feed: 64 characters that need no escaping in an address. */
export function feedToken(personId: string, version: number, secret: string): string {
  const id = bytesOf(personId);
  return Buffer.concat([id, sign(id, version, secret)]).toString('base64url');
}

/** The id of the person whose feed a token claims to open; null for what is no token at all. */
export function personIn(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding is lenient: only the one spelling that we write counts.
  if (bytes.length !== ID_BYTES + 32 || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, ID_BYTES).toString('hex');
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** True for a token that opens this version of the person's feed; it must be one that personIn can read. */
export function opensFeed(token: string, personId: string, version: number, secret: string): boolean {
  return timingSafeEqual(Buffer.from(token), Buffer.from(feedToken(personId, version, secret)));
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret part of an account link. It is made of the link's id and NEXTAUTH_SECRET, so that neither the database nor a job holds
 * it: whoever reads those cannot open a link.
 */

const ID_BYTES = 16;

const sign = (id: Buffer, secret: string) =>
  createHmac('sha256', secret).update('anteroom account link').update(id).digest();

/** The token of a link as it stands in the address: id and signature, 64 characters that need no escaping. */
export function linkToken(id: string, secret: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, sign(bytes, secret)]).toString('base64url');
}

/** The id of a link that we made; null for anything else. */
export function linkIdOf(token: string, secret: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding is lenient: only the one spelling that we write counts.
  if (bytes.length !== ID_BYTES + 32 || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), sign(id, secret))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

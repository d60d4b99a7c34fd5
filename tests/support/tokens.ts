import { settings } from '@/lib/platform/settings';

/** The claims of a JWT, unverified: the SFU verifies, tests look. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** The SFU's answer to a token at its door, without going in: 200, 401 or 404. */
export async function knock(token: string): Promise<number> {
  const answer = await fetch(`${settings().livekit.apiUrl}/rtc/validate?access_token=${token}`);
  return answer.status;
}

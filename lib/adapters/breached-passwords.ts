import { createHash } from 'node:crypto';
import { log } from '@/lib/platform/log';
import { normalisedPassword } from '@/lib/platform/passwords';
import { settings } from '@/lib/platform/settings';

/** Milliseconds. Somebody waits. */
const TIMEOUT = 2_000;
/** An answer has some 40 kB. Bytes. */
const MOST = 1_000_000;

/**
 * Whether the list at BREACHED_PASSWORDS_URL has a password; false where there is none, and where it does not answer: nobody is kept from a
 * password because somebody else's service is down. It is told five hex digits of the password's SHA-1, which some thousand passwords
 * of its list share, and nothing of the person; padded, the length of its answer says nothing either.
 */
export async function isBreached(password: string): Promise<boolean> {
  const { breachedPasswordsUrl } = settings();
  if (!breachedPasswordsUrl) return false;
  const digest = createHash('sha1').update(normalisedPassword(password)).digest('hex').toUpperCase();
  try {
    const lines = await askFor(`${breachedPasswordsUrl}${digest.slice(0, 5)}`);
    return lines.some((line) => isEntry(line, digest.slice(5)));
  } catch (err) {
    log().warn({ err }, 'the list of breached passwords did not answer');
    return false;
  }
}

/** `SUFFIX:count`; those that only pad the answer have a count of 0. */
function isEntry(line: string, suffix: string): boolean {
  const [known = '', count] = line.trim().split(':');
  return known.toUpperCase() === suffix && Number(count) > 0;
}

async function askFor(url: string): Promise<string[]> {
  const answer = await fetch(url, {
    headers: { 'Add-Padding': 'true', 'User-Agent': 'Anteroom' },
    signal: AbortSignal.timeout(TIMEOUT),
    cache: 'no-store',
    redirect: 'error',
  });
  if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of answer.body) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > MOST) throw new Error('too long');
  }
  return text.split('\n');
}

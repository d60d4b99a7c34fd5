export type SignInFailure =
  | { code: 'wrong_credentials' }
  | { code: 'link_mailed' }
  | { code: 'too_many_requests'; seconds: number }
  | { code: 'unreachable' }
  | { code: 'failed' };

/** Null where the site is not reached, or another answers for it. */
async function csrfToken(): Promise<string | null> {
  try {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json();
    return typeof csrfToken === 'string' ? csrfToken : null;
  } catch {
    return null;
  }
}

/**
 * Asks the server for a session. Returns null when it began, else why it did not. next-auth's own client would leave the page where the site is
 * not reached, so that what was typed is lost, and has failures written into the server's log, which anybody could fill.
 */
export async function requestSignIn(email: string, password: string): Promise<SignInFailure | null> {
  const token = await csrfToken();
  if (!token) return { code: 'unreachable' };
  try {
    const body = new URLSearchParams({ csrfToken: token, email, password, json: 'true' });
    const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    const { searchParams } = new URL((await answer.json()).url);
    if (answer.ok && !searchParams.has('error') && !searchParams.has('csrf')) return null;
    const [code, seconds] = searchParams.get('error')?.split(':') ?? [];
    if (code === 'wrong_credentials' || code === 'link_mailed') return { code };
    return code === 'too_many_requests' ? { code, seconds: Number(seconds) || 60 } : { code: 'failed' };
  } catch {
    return { code: navigator.onLine ? 'failed' : 'unreachable' };
  }
}

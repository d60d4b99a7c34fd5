import { getCsrfToken, signIn } from 'next-auth/react';

export type SignInFailure =
  | { code: 'wrong_credentials' }
  | { code: 'link_mailed' }
  | { code: 'too_many_requests'; seconds: number }
  | { code: 'unreachable' }
  | { code: 'failed' };

/** Asks the server for a session. Returns null when it began, else why it did not. */
export async function requestSignIn(email: string, password: string): Promise<SignInFailure | null> {
  try {
    // Without the site next-auth's signIn leaves for an error page, and what was typed is lost: knock first.
    if (!(await getCsrfToken())) return { code: 'unreachable' };
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.ok && !result.error) return null;
    const refused = result?.error;
    if (refused === 'wrong_credentials' || refused === 'link_mailed') return { code: refused };
    const [code, seconds] = result?.error?.split(':') ?? [];
    return code === 'too_many_requests' ? { code, seconds: Number(seconds) || 60 } : { code: 'failed' };
  } catch {
    return { code: navigator.onLine ? 'failed' : 'unreachable' };
  }
}

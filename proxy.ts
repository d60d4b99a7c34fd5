import { type NextRequest, NextResponse } from 'next/server';
import { securityHeaders } from '@/lib/platform/headers';
import { PAGE_ADDRESS } from '@/lib/platform/page-headers';
import { isSecretPath } from '@/lib/platform/paths';

/** Security headers, the CSP nonce and, for pages, their own address, nothing else: access is decided by each page and handler. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(nonce, process.env);
  const forwarded = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy on the request.
  forwarded.set('content-security-policy', headers['content-security-policy']);
  forwarded.set('x-nonce', nonce);
  forwarded.set(PAGE_ADDRESS, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  // Nothing that such a page leads to, here or elsewhere, is to learn its address. Without any referrer at all, browsers send its forms with the origin
  // "null", as those of no site.
  if (isSecretPath(request.nextUrl.pathname)) response.headers.set('referrer-policy', 'strict-origin');
  return response;
}

// API answers are no pages: next.config.mjs gives them headers without a nonce. Static files need none.
export const config = { matcher: ['/((?!api/|_next/static/).*)'] };

import { PAGE_OF } from '@/lib/platform/page-headers';

/** Kept where hot reload, which loads this module again, finds it. */
interface Fetching {
  fetch: typeof fetch;
  anteroomPage?: {
    /** The person (id) whose page it is; null: nobody's. */
    of: string | null;
    /** The browser's own. */
    plainly: typeof fetch;
  };
}

/**
 * Has every request of this page to its own site say whose page it is, be it by our code or by Next's, for whose actions there is no other place:
 * a browser's cookies say only who signed in last.
 */
export function fetchAs(person: string | null): void {
  const here = globalThis as unknown as Fetching;
  if (here.anteroomPage) {
    here.anteroomPage.of = person;
    return;
  }
  const page = { of: person, plainly: here.fetch.bind(globalThis) };
  here.anteroomPage = page;
  here.fetch = (input, init) => {
    const request = input instanceof Request ? input : null;
    const address = request?.url ?? String(input);
    const isOwn = URL.canParse(address, location.href) && new URL(address, location.href).origin === location.origin;
    if (!page.of || !isOwn) return page.plainly(input, init);
    const headers = new Headers(init?.headers ?? request?.headers);
    headers.set(PAGE_OF, page.of);
    return page.plainly(input, { ...init, headers });
  };
}

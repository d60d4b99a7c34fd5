import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PAGE_OF } from '@/lib/platform/page-headers';
import { fetchAs } from './fetch-as';

const here = 'https://clinic.example';
const asked: Request[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('location', new URL(`${here}/account?x=1`));
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(input instanceof Request ? input : new URL(input, `${here}/account`), init));
    return new Response();
  });
  vi.stubGlobal('anteroomPage', undefined);
});
afterEach(() => vi.unstubAllGlobals());

const owners = () => asked.map(({ headers }) => headers.get(PAGE_OF));

it('says whose page it is, to its own site alone', async () => {
  fetchAs('ana');
  await fetch('/api/session', { method: 'POST', keepalive: true });
  await fetch('');
  await fetch(new URL(`${here}/book`));
  await fetch('https://elsewhere.example/');
  await fetch('//elsewhere.example/');
  expect(owners()).toEqual(['ana', 'ana', 'ana', null, null]);
});

it('changes nothing else of a request', async () => {
  fetchAs('ana');
  const { signal } = new AbortController();
  await fetch(new Request(`${here}/a`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/x' }, signal }));
  await fetch('/a', { method: 'PUT', headers: [['x-own', '1']], body: 'y' });
  const [first, second] = asked;
  expect([first?.method, first?.headers.get('content-type'), await first?.text()]).toEqual(['POST', 'text/x', 'x']);
  expect([second?.method, second?.headers.get('x-own'), await second?.text()]).toEqual(['PUT', '1', 'y']);
  expect(owners()).toEqual(['ana', 'ana']);
});

it('follows the page to another person, and to nobody, once', async () => {
  fetchAs('ana');
  const wrapped = fetch;
  fetchAs('ben');
  expect(fetch).toBe(wrapped);
  await fetch('/a');
  fetchAs(null);
  await fetch('/a');
  expect(owners()).toEqual(['ben', null]);
});

it('leaves what is no address to the browser’s own words', async () => {
  fetchAs('ana');
  await expect(fetch('http://[')).rejects.toThrow();
});

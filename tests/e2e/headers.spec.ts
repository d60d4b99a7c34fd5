import type { APIResponse } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { startSecondInstance } from './support/second-instance';

const POLICY = {
  'default-src': [`'self'`],
  'font-src': [`'self'`],
  'object-src': [`'none'`],
  'base-uri': [`'none'`],
  'form-action': [`'self'`],
  'frame-ancestors': [`'none'`],
};

/** A content security policy by directive. */
const policyOf = (answer: APIResponse): Record<string, string[]> =>
  Object.fromEntries(
    (answer.headers()['content-security-policy'] ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );

const PUBLIC = ['/sign-in', '/sign-in?changed=1', '/help', '/nothing-here', '/nothing/here/either', '/video/room_x'];
const OWN = ['/', '/schedule', '/account', '/appointments/:id/call', '/appointments/made-up/call', '/?week=x'];

for (const path of [...PUBLIC, ...OWN]) {
  test(`${path} carries every security header`, async ({ make, signIn, context, stack }) => {
    const { id, patient } = await make.appointment();
    if (OWN.includes(path)) await signIn(patient);
    const load = () => context.request.get(path.replace(':id', id), { maxRedirects: 0 });
    const [one, two] = await Promise.all([load(), load()]);
    expect(one.status()).not.toBe(500);
    const headers = one.headers();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toMatch(
      /camera=\(self\).*microphone=\(self\).*display-capture=\(self\).*geolocation=\(\)/,
    );
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');

    const policy = policyOf(one);
    expect(policy).toMatchObject(POLICY);
    const { host } = new URL(stack.env.LIVEKIT_URL);
    expect(policy['connect-src']).toEqual([`'self'`, `ws://${host}`, `http://${host}`]);
    for (const sources of [policy['script-src'], policy['style-src']]) {
      expect(sources).not.toContain(`'unsafe-inline'`);
      expect(sources).not.toContain(`'unsafe-eval'`);
    }

    const nonces = [one, two].map(
      (answer) => /'nonce-([^']+)'/.exec(policyOf(answer)['script-src']?.join(' ') ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    const html = await one.text();
    const tags = html.match(/<(script|style)\b[^>]*>/g) ?? [];
    if (one.status() === 200 || one.status() === 404) expect(tags.length).toBeGreaterThan(3);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonces[0]}"`);
  });
}

for (const path of ['/nothing-here', '/appointments/00000000-0000-0000-0000-000000000000/call']) {
  test(`the scripts of the 404 page ${path} run`, async ({ make, signIn, page, announce }) => {
    announce(/status of 404/);
    await signIn(await make.person());
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
    // React has taken over: its keys stand on the elements.
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))),
      )
      .toBe(true);
    await page.getByRole('link', { name: 'To the start page' }).click();
    await expect(page).toHaveURL('/');
  });
}

test('answers of the API are data that no page can frame or run', async ({ request }) => {
  for (const path of ['/api/health/live', '/api/appointments', '/api/nothing', '/api/auth/session']) {
    const answer = await request.get(path);
    expect(policyOf(answer), path).toEqual({ 'default-src': [`'none'`], 'frame-ancestors': [`'none'`] });
    expect(answer.headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
  }
});

test('no other page can frame this one, nor this one run what it was not given', async ({ page, announce, stack }) => {
  announce(
    /frame-ancestors|Refused to (frame|execute)|CSP violation|Content Security Policy|chrome-error|status of 404/,
  );
  await page.route('https://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${stack.baseUrl}/sign-in"></iframe>` }),
  );
  await page.goto('https://elsewhere.example/');
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Sign in' })).toHaveCount(0);
  await page.goto('/sign-in');
  const ran = await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="x" onerror="globalThis.hacked = true">';
    document.body.append(script);
    return new Promise((done) => setTimeout(() => done('hacked' in globalThis), 200));
  });
  expect(ran).toBe(false);
});

test('a page has its title from the first byte', async ({ make, signIn, request, context }) => {
  await signIn(await make.person({ role: 'DOCTOR' }));
  for (const path of ['/', '/requests', '/hours']) {
    expect(await (await context.request.get(path)).text(), path).toMatch(/<head>.*<title>[^<]+<\/title>.*<\/head>/s);
  }
  expect(await (await request.get('/sign-in')).text()).toMatch(/<head>.*<title>[^<]+<\/title>.*<\/head>/s);
});

test('files, redirects and refusals are taken for what they say they are, too', async ({ page, request }) => {
  await page.goto('/sign-in');
  const script = await page.locator('script[src]').first().getAttribute('src');
  for (const path of [script ?? '', '/', '/favicon.ico', '/%ff', '/_next/static/nothing.js']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers()['x-content-type-options'], `${path}: ${answer.status()}`).toBe('nosniff');
  }
});

test('https is kept to where it is spoken, on every answer', async ({ stack }) => {
  const instance = await startSecondInstance(stack, {
    NEXTAUTH_URL: 'https://visits.clinic.example',
    HOST: '127.0.0.1',
  });
  try {
    const { port } = new URL(instance.baseUrl);
    for (const path of ['/sign-in', '/', '/api/health/live', '/%ff', '/_next/static/nothing.js']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      expect(answer.headers.get('strict-transport-security'), path).toBe('max-age=31536000; includeSubDomains');
    }
  } finally {
    await instance.stop();
  }
});

test('a connection stays open for longer than a proxy keeps it, so that no form is lost on one that closes', async ({
  request,
}) => {
  const headers = (await request.get('/sign-in')).headers();
  expect(headers.connection).toBe('keep-alive');
  // Caddy keeps an idle connection for two minutes, nginx and the load balancers of clouds for one.
  expect(Number(/timeout=(\d+)/.exec(headers['keep-alive'] ?? '')?.[1])).toBeGreaterThan(120);
});

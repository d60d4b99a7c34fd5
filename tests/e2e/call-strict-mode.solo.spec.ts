import { startApp } from '@/scripts/stack/app';
import { freePort } from '@/scripts/stack/ports';
import { temporaryDirectory } from '@/tests/support/temporary';
import { expectPicture } from './support/call-media';
import { callPath, expect, join, test } from './support/call-page';

const COMPILING = 60_000;

test('under next dev, where StrictMode mounts everything twice, a call opens one WebSocket', async ({
  make,
  caller,
  stack,
}) => {
  test.setTimeout(180_000);
  const directory = temporaryDirectory();
  const baseURL = `http://localhost:${await freePort()}`;
  const env = { ...stack.env, PORT: new URL(baseURL).port, NEXTAUTH_URL: baseURL };
  const around = { data: directory.path, tell: () => {}, onPid: () => {} };
  const app = await startApp(env, { dev: true, dist: stack.env.ANTEROOM_DIST }, around);
  try {
    const appointment = await make.appointment();
    const sockets: string[][] = [];
    const pages = [];
    for (const person of [appointment.doctor, appointment.patient]) {
      const page = await caller(person, { baseURL });
      const opened: string[] = [];
      sockets.push(opened);
      page.on('websocket', (socket) => {
        const { pathname } = new URL(socket.url());
        if (pathname.startsWith('/rtc')) opened.push(pathname);
      });
      // Compiled when it is asked for: the page itself would wait eight seconds for its token and call the site unreachable.
      await page.request.post(`/api/appointments/${appointment.id}/video-token`, { timeout: COMPILING });
      await page.goto(callPath(appointment), { timeout: COMPILING });
      await join(page, { timeout: COMPILING });
      pages.push(page);
    }
    await Promise.all(pages.map((page) => expectPicture(page)));
    expect(sockets.map((opened) => opened.length)).toEqual([1, 1]);
    // Hot reload would complain of a server that goes away.
    for (const page of pages) await page.close();
  } finally {
    await app.stop();
    directory.remove();
  }
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import { join, toDoor } from './call-page';
import type { Context } from './context';
import { atMost, median, quantile, type Row } from './row';

const TIMES = 20;
/** How many times slower the processor of the measured page is. */
const SPEEDS = [1, 4] as const;

declare global {
  interface Window {
    /** Milliseconds from the click on Join to the first frame of the other side that was decoded and shown. */
    firstFrame: Promise<number>;
  }
}

/** Runs in the page, before its own code. */
function watchFirstFrame() {
  let clickedAt = 0;
  document.addEventListener(
    'click',
    ({ target }) => {
      if ((target as Element).closest('button')?.textContent?.trim() === 'Join') clickedAt = performance.now();
    },
    { capture: true },
  );
  window.firstFrame = new Promise((resolve, reject) => {
    document.addEventListener('click', () => setTimeout(() => reject(new Error('no frame after 20 s')), 20_000));
    const observer = new MutationObserver(() => {
      const video = document.querySelector<HTMLVideoElement>('video[data-remote=camera]');
      if (!video) return;
      observer.disconnect();
      video.requestVideoFrameCallback(() => resolve(performance.now() - clickedAt));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Until someone who has closed their page is out of the room, as the SFU sees it: by themselves, or else put out. */
async function untilGone({ product }: Context, room: string, identity: string) {
  const { LIVEKIT_URL = '', LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = product.stack.env;
  const rooms = new RoomServiceClient(LIVEKIT_URL.replace(/^ws/, 'http'), LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
  const deadline = Date.now() + 2_000;
  while ((await rooms.listParticipants(room)).some((participant) => participant.identity === identity)) {
    if (Date.now() > deadline) await rooms.removeParticipant(room, identity).catch(() => {});
    await sleep(200);
  }
}

/**
 * Click on Join to the first frame of the other side, beside a page that has everything in hand: same room, same other side, in turns; on this
 * machine as it is, and with the processor of the measured page alone slowed down.
 */
export async function joinRows(context: Context): Promise<Row[]> {
  const { product, bare, browsers, tell } = context;
  const { id, doctor, patient } = await product.make.appointment();
  const there = await (await browsers.context('doctor', doctor)).newPage();
  await toDoor(context, there, id);
  await join(there);

  const visitor = await browsers.context('patient', patient);
  await visitor.addInitScript(watchFirstFrame);
  const measure = async (speed: number, open: (page: Page) => Promise<unknown>) => {
    await untilGone(context, `room_${id}`, patient.id);
    const page = await visitor.newPage();
    await open(page);
    // The page settles, as it would before a person clicks: its code is loaded, its token fetched, its preview moves.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    const processor = await visitor.newCDPSession(page);
    await processor.send('Emulation.setCPUThrottlingRate', { rate: speed });
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    const time = await page.evaluate(() => window.firstFrame);
    // A page that is left says so to the SFU; one that is killed would be waited for.
    await page.goto('about:blank');
    await page.close();
    return time;
  };
  const toBare = async (page: Page) => {
    await page.goto(`${bare.baseUrl}/call?room=room_${id}&identity=${patient.id}`);
    await page.locator('button:enabled').waitFor();
  };
  const times = SPEEDS.map((speed) => ({ speed, ours: [] as number[], other: [] as number[] }));
  for (let time = 0; time <= TIMES; time++) {
    tell(time === 0 ? 'Joining: warming up …' : `Joining: ${time} of ${TIMES} …`);
    for (const { speed, ours, other } of times) {
      const a = await measure(speed, (page) => toDoor(context, page, id));
      const b = await measure(speed, toBare);
      if (time === 0) continue;
      ours.push(a);
      other.push(b);
    }
  }
  await there.context().close();
  await visitor.close();

  const row = (what: string, a: number, b: number, aim: number): Row => ({
    what: `Join: click to first frame of the other side, ${what}`,
    unit: 'ms',
    ours: a,
    beside: { what: 'a bare page with livekit-client, devices and token in hand', value: b },
    aim: atMost(a, b, aim),
  });
  return times.flatMap(({ speed, ours, other }) => {
    const slow = speed === 1 ? '' : `, processor ${speed}× slower`;
    return [
      row(`median of ${TIMES}${slow}`, median(ours), median(other), 1.15),
      row(`p90 of ${TIMES}${slow}`, quantile(ours, 0.9), quantile(other, 0.9), 1.3),
    ];
  });
}

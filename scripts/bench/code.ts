import type { BrowserContext, Page } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { join, seesOther, toDoor } from './call-page';
import type { Context } from './context';
import { atMost, type Row } from './row';

const LIMIT = 350_000;
/** Names from LiveKit's protocol, which no minifier touches. */
const LIVEKIT = 'livekit.JoinResponse';

interface Script {
  url: string;
  /** Compressed, as it came over the wire, its header included. */
  bytes: number;
  livekit: boolean;
}

/** Counts the scripts that a page fetches, prefetched ones too, from an empty cache. */
async function countScripts(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const urls = new Map<string, string>();
  const scripts: Promise<Script>[] = [];
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) urls.set(requestId, response.url);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (!url) return;
    const body = fetch(url).then((answer) => answer.text());
    scripts.push(body.then((text) => ({ url, bytes: encodedDataLength, livekit: text.includes(LIVEKIT) })));
  });
  return async () => {
    const all = await Promise.all(scripts);
    const sum = (some: Script[]) => some.reduce((bytes, script) => bytes + script.bytes, 0);
    return { bytes: sum(all), livekit: sum(all.filter(({ livekit }) => livekit)), scripts: all };
  };
}

/** Loads one page in a browser that has never seen it and waits until it fetches nothing more. */
async function weigh(context: BrowserContext, url: string) {
  const page = await context.newPage();
  const count = await countScripts(page);
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_000);
  const counted = await count();
  await context.close();
  return counted;
}

async function weighCall(context: Context, patient: TestPerson, id: string) {
  const visitor = await context.browsers.context('patient', patient);
  const page = await visitor.newPage();
  const count = await countScripts(page);
  await toDoor(context, page, id);
  const atPreview = await count();
  await page.waitForLoadState('networkidle');
  await join(page);
  await seesOther(page);
  await page.waitForTimeout(500);
  const inCall = await count();
  await visitor.close();
  return { atPreview, inCall };
}

/** Compressed JavaScript of the pages beside an empty page of the same Next. */
export async function codeRows(context: Context): Promise<Row[]> {
  const { product, bare, browsers, tell } = context;
  tell('Weighing the pages …');
  const { baseUrl } = product.stack;
  const later = await product.make.appointment({ startsIn: 24 * 60 });
  const open = await product.make.appointment();
  const page = async (path: string, person: TestPerson) =>
    weigh(await browsers.context('patient', person), `${baseUrl}${path}`);
  const empty = await weigh(await browsers.context('patient'), bare.baseUrl);
  const home = await page('/', later.patient);
  const schedule = await page('/schedule', later.patient);
  const homeOpen = await page('/', open.patient);

  const there = await (await browsers.context('doctor', open.doctor)).newPage();
  await toDoor(context, there, open.id);
  await join(there);
  const call = await weighCall(context, open.patient, open.id);
  await there.context().close();

  const kilobytes = (what: string, ours: number, other: number, than: string, aim?: Row['aim']): Row => ({
    what: `JavaScript: ${what}`,
    unit: 'kB',
    ours: ours / 1000,
    beside: { what: than, value: other / 1000 },
    aim,
  });
  const beside = 'an empty page of the same Next';
  const light = (what: string, { bytes }: typeof home) =>
    kilobytes(what, bytes, empty.bytes, beside, atMost(bytes, empty.bytes, 1.3));
  const livekit = (what: string, { livekit }: typeof home, words: string, met: boolean) =>
    kilobytes(`LiveKit's part on ${what}`, livekit, call.inCall.livekit, 'the same in the call', { words, met });
  return [
    light('home, no call open', home),
    light('schedule, no call open', schedule),
    kilobytes('call page, until its preview', call.atPreview.bytes, empty.bytes, beside),
    kilobytes('call page, until in the call', call.inCall.bytes, empty.bytes, beside, {
      words: `${LIMIT / 1000} kB in all`,
      met: call.inCall.bytes <= LIMIT,
    }),
    livekit('home, no call open', home, 'none', home.livekit === 0),
    livekit('schedule, no call open', schedule, 'none', schedule.livekit === 0),
    livekit('home, a call open', homeOpen, 'prefetched', homeOpen.livekit > 0),
  ];
}

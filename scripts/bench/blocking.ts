import lighthouse from 'lighthouse';
import { freePort } from '@/scripts/stack/ports';
import type { TestPerson } from '@/tests/support/factories';
import { launch } from './browsers';
import type { Context } from './context';
import { atMost, median, type Row } from './row';

const ROUNDS = 5;

interface Page {
  url: string;
  headers: Record<string, string>;
}

/** Milliseconds for which a page's scripts keep a phone from answering a tap while it loads, as Lighthouse counts them. */
async function blockingTime({ url, headers }: Page, port: number): Promise<number> {
  const run = await lighthouse(url, {
    port,
    extraHeaders: headers,
    onlyAudits: ['total-blocking-time'],
    formFactor: 'mobile',
    // The browser itself slows down (processor 4×, network as a slow 4G), instead of a sum worked out from a run at full speed.
    throttlingMethod: 'devtools',
    logLevel: 'error',
  });
  const { lhr } = run ?? {};
  if (!lhr || lhr.runtimeError) throw new Error(`Lighthouse could not load ${url}: ${lhr?.runtimeError?.message}`);
  if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`);
  return lhr.audits['total-blocking-time']?.numericValue ?? Number.NaN;
}

/** Total blocking time of the pages that people see first, in turns with an empty page of the same Next. */
export async function blockingRows({ product, bare, tell }: Context): Promise<Row[]> {
  const { doctor, patient } = await product.make.appointment({ startsIn: 24 * 60 });
  const signedIn = async (name: string, path: string, person: TestPerson) => {
    const { name: cookie, value } = await product.session(person);
    const headers = { cookie: `${cookie}=${value}` };
    return { name, url: product.stack.baseUrl + path, headers, times: [] as number[] };
  };
  const pages = [
    await signedIn('home', '/', patient),
    await signedIn('schedule', '/schedule', patient),
    await signedIn('a doctor’s week', '/', doctor),
  ];
  const empty = { url: `${bare.baseUrl}/`, headers: {}, times: [] as number[] };

  const port = await freePort();
  const browser = await launch({ debuggingPort: port });
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      tell(round === 0 ? 'Blocking: warming up …' : `Blocking: round ${round} of ${ROUNDS} …`);
      for (const page of [...pages, empty]) {
        const time = await blockingTime(page, port);
        if (round > 0) page.times.push(time);
      }
    }
  } finally {
    await browser.close();
  }

  return pages.map(({ name, times }): Row => {
    const [ours, value] = [median(times), median(empty.times)];
    const beside = { what: 'an empty page of the same Next', value };
    return { what: `Total blocking time: ${name}`, unit: 'ms', ours, beside, aim: atMost(ours, value, 1.5) };
  });
}

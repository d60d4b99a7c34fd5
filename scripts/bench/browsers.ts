import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from '@playwright/test';
import { findChromium } from '@/scripts/stack/browsers';
import type { TestPerson } from '@/tests/support/factories';
import type { Product } from './product';

export interface LaunchOptions {
  /** A y4m or mjpeg file that the camera shows, over and over. */
  camera?: string;
  /** A port through which another program on this machine may drive it, too. */
  debuggingPort?: number;
}

/** A headless Chromium with a camera and a microphone that are made up. */
export const launch = ({ camera, debuggingPort }: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });

/** Chromiums for the length of a run: one for each side of a call, as on two machines. */
export function browsers(product: Product) {
  const open = new Map<string, Promise<Browser>>();

  /** A browser context, of a signed-in person or of nobody. */
  async function context(side: string, person?: TestPerson, options?: BrowserContextOptions): Promise<BrowserContext> {
    if (!open.has(side)) open.set(side, launch());
    const made = await (await open.get(side))?.newContext({ locale: 'en-US', ...options });
    if (!made) throw new Error('Chromium did not start');
    if (person) await made.addCookies([{ ...(await product.session(person)), url: product.stack.baseUrl }]);
    return made;
  }

  return {
    context,
    async stop() {
      for (const browser of open.values()) await browser.then((it) => it.close()).catch(() => {});
      open.clear();
    },
  };
}

export type Browsers = ReturnType<typeof browsers>;

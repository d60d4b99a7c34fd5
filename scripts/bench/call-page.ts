import type { Page } from '@playwright/test';
import type { Context } from './context';

/** Opens the page of a call and waits until the own picture is there. */
export async function toDoor({ product }: Context, page: Page, id: string) {
  await page.goto(`${product.stack.baseUrl}/appointments/${id}/call`);
  await page.locator('[data-call-state=prejoin]').waitFor();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
}

export async function join(page: Page) {
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.locator('[data-call-state=in_call]').waitFor();
}

/** Until the other side's picture moves. */
export const seesOther = (page: Page) =>
  page.waitForFunction(() => {
    const video = document.querySelector<HTMLVideoElement>('video[data-remote=camera]');
    return (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 1;
  });

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 720 };

/** Rules of axe that look at colours: the others find in dark what they find in light. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Expects axe to find nothing, in light and in dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(settled);
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(COLOUR_RULES)).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
    expect(found, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Runs in the page: colours have changed over; what turns for ever does not count. */
const settled = () =>
  document.getAnimations().every((animation) => animation.effect?.getComputedTiming().iterations === Infinity);

/** Expects that on a small phone nothing is cut off: no scrolling sideways, no control outside, no text that does not fit. */
export async function expectFits(page: Page) {
  const before = page.viewportSize() ?? DESK;
  await page.setViewportSize(PHONE);
  await expect.poll(() => page.evaluate(cutOff)).toEqual([]);
  await page.setViewportSize(before);
}

/** Runs in the page: what is cut off, by name. */
function cutOff(): string[] {
  const found: string[] = [];
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}"`;
  const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide, the screen ${clientWidth}`);
  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is only there for a screen reader is one pixel large.
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const scrolls = (element: Element): boolean => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return true;
    }
    return document.documentElement.scrollHeight > clientHeight;
  };
  // A link to skip to the content comes into view when it is reached.
  for (const element of document.body.querySelectorAll('a:not([href^="#"]), button, input, select, textarea')) {
    if (!seen(element)) continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < -0.5 || right > clientWidth + 0.5) found.push(`${nameOf(element)} is outside`);
    if ((top < -0.5 || bottom > clientHeight + 0.5) && !scrolls(element)) found.push(`${nameOf(element)} is below`);
  }
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const ownText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!ownText || !seen(element) || element.clientWidth === 0 || element.tagName === 'OPTION') continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(`${nameOf(element)} does not fit`);
  }
  return found;
}

/** Both, of one state of a page. */
export async function expectGoodLooks(page: Page) {
  await expectAccessible(page);
  await expectFits(page);
}

import { expect, type Locator } from '@playwright/test';

/** Where something is drawn, in CSS pixels of the view. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

/** None of the others covers it. */
export async function expectClear(one: Locator, ...others: Locator[]) {
  const a = await boxOf(one);
  for (const other of others) {
    const b = await boxOf(other);
    const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
  }
}

export async function expectWithin(inner: Locator, outer: Locator) {
  const [a, b] = [await boxOf(inner), await boxOf(outer)];
  expect(a.top).toBeGreaterThanOrEqual(b.top);
  expect(a.bottom).toBeLessThanOrEqual(b.bottom);
}

/** The whole of it can be seen without scrolling. */
export const expectInView = (locator: Locator) => expect(locator).toBeInViewport({ ratio: 0.99 });

import { expect, type Page } from '@playwright/test';

/** Expects that whatever a patient is to press is 44 pixels high and wide; a link within a sentence is as high as its line. */
export async function expectLargeTargets(page: Page) {
  await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
}

/** Runs in the page. A choice is as large as the label around it. */
function smallTargets(): string[] {
  const controls = [...document.body.querySelectorAll('a, button, input, select, summary')];
  return controls.flatMap((control) => {
    const target = control.matches('input[type=radio], input[type=checkbox]')
      ? (control.closest('label') ?? control)
      : control;
    const { width, height } = target.getBoundingClientRect();
    const seen = width > 1 && height > 1 && target.checkVisibility({ visibilityProperty: true });
    if (!seen || getComputedStyle(target).display === 'inline') return [];
    return Math.min(width, height) < 43.9 ? [`${target.textContent?.trim()}: ${width} × ${height}`] : [];
  });
}

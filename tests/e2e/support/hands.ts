import { expect, type Locator, type Page } from '@playwright/test';

/** A way to use a page. `press` what does something, `choose` a radio button, `write` into a field. */
export interface Hands {
  press(target: Locator): Promise<void>;
  choose(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
}

/** Fingers on a phone. The browser's context needs hasTouch. */
export const fingers = (): Hands => ({
  press: (target) => target.tap(),
  // What is tapped is the label around it.
  choose: (target) => target.tap(),
  write: async (target, text) => {
    await target.tap();
    await expect(target).toBeFocused();
    await target.page().keyboard.type(text);
  },
});

const FAR = 120;

/** Keys alone: Tab, arrows, Enter, Space, Escape and letters. Wherever the focus comes to be it can be seen. */
export function keys(page: Page): Hands {
  async function reach(target: Locator, group = target) {
    await expect(target).toBeVisible();
    await expect(target).toBeEnabled();
    for (let steps = 0; steps < FAR; steps++) {
      if ((await page.evaluate(focusProblem)) === null && (await group.evaluate(holdsFocus))) return;
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focusProblem)).toBeNull();
    }
    throw new Error(`no key leads to ${target}`);
  }
  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async choose(target) {
      // Tab leads to the group, arrows lead to the button.
      const name = (await target.getAttribute('name')) ?? '';
      const group = page.locator(`input[type=radio][name="${name}"]`);
      await reach(target, group.first().locator('xpath=ancestor::fieldset'));
      await page.keyboard.press('Space');
      for (let steps = 0; steps < FAR && !(await target.isChecked()); steps++) await page.keyboard.press('ArrowRight');
      await expect(target).toBeChecked();
      await expect(target).toBeFocused();
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.type(text);
    },
  };
}

/** Runs in the page. */
const holdsFocus = (element: Element) => element.contains(document.activeElement);

/** Runs in the page: why nobody can see where the focus is; null: it can be seen, or stands at the beginning of the page. */
function focusProblem(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused.localName === 'nextjs-portal') return null;
  const name = `${focused.localName} "${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}"`;
  const shown = [focused, focused.closest('label')].some((element) => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
  });
  if (!shown) return `${name} has no outline`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `${name} is out of sight`;
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  ];
  const above = document.elementFromPoint(x, y);
  return focused.contains(above) || above?.contains(focused) ? null : `${name} is covered`;
}

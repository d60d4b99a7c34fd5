import type { Page } from '@playwright/test';

/** The panel of the chat. */
export const chat = (page: Page) => page.getByRole('dialog', { name: 'Chat' });

/** Writes a message in the open chat. */
export async function write(page: Page, text: string) {
  await chat(page).getByRole('textbox', { name: 'Write a message' }).fill(text);
  await chat(page).getByRole('button', { name: 'Send' }).click();
}

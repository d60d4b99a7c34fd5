import { expect, test } from '@playwright/test';

test('the app lives, and someone who is signed out can sign in', async ({ page, request }) => {
  const live = await request.get('/api/health/live');
  expect(live.status()).toBe(200);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

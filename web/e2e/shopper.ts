import { expect, type APIRequestContext, type Page } from '@playwright/test';

export const password = 'demo-password-for-tests';

/** A product with a single variant that can be bought now. */
export async function buyable(request: APIRequestContext): Promise<{ slug: string; name: string; id: string }> {
  const answer = await request.get('/api/v1/products?inStock=true&pageSize=50');
  const list = (
    await answer.json()) as { items: { id: string; slug: string; name: string; defaultVariantId?: string; available: number }[] };
  const found = list.items.find((item) => item.defaultVariantId && item.available > 10);
  expect(found, 'the demo shop has something to buy').toBeTruthy();
  return found!;
}

/** What the server wrote into the page before any script ran. */
export async function withoutScripts(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** Puts the product into the cart and goes to checkout. */
export async function toCheckout(page: Page, slug: string): Promise<void> {
  await page.goto(`/p/${slug}`);
  await page.getByRole('button', { name: /add to cart/i }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goto('/checkout');
}

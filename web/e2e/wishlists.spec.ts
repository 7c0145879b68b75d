import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { buyable, password } from './shopper.ts';

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('customer@tradepost.test');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map((rule) => `${page.url()}: ${rule.id} ${rule.nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`);
}

test('what a guest wished for is on their list after signing in, goes into the cart and comes back', async ({ page, request }) => {
  const product = await buyable(request);
  await page.goto(`/p/${product.slug}`);
  await page.getByRole('button', { name: `${product.name} on your wishlist` }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`/p/${product.slug}`));
  await expect(page.getByRole('button', { name: `${product.name} on your wishlist` }).first()).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('link', { name: /^Wishlists/ }).first().click();
  await page.getByRole('link', { name: 'My wishlist' }).click();
  await page.getByRole('button', { name: `Move ${product.name} to cart` }).click();
  await expect(page.getByRole('dialog')).toContainText(product.name);
  await page.goto('/cart');
  await page.getByRole('button', { name: `Save ${product.name} for later` }).click();
  await expect(page.getByText(`${product.name} waits on your wishlist.`)).toBeVisible();
});

test('a shared list is open to others until its owner takes the link back', async ({ page, browser }) => {
  await page.goto('/sign-in?next=/account/wishlists');
  await signIn(page);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByLabel('Name').fill('For my birthday');
  await page.getByRole('button', { name: 'Make list' }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const url = await page.getByLabel('Link to the list').inputValue();

  const other = await (await browser.newContext()).newPage();
  await other.goto(url);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('For my birthday');
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByText('The link does not work any more.')).toBeVisible();
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This list is not shared any more');
});

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`no wishlist page breaks a rule of axe or is wider than the window, ${scheme}, ${width} wide`, async ({ browser, request }) => {
      test.setTimeout(180_000);
      expect(await broken(browser, scheme, width, (await buyable(request)).id)).toEqual([]);
    });
  }
}

async function broken(browser: Browser, colorScheme: 'light' | 'dark', width: number, productId: string): Promise<string[]> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto('/sign-in?next=/account/wishlists');
  const login = await context.request.post('/api/v1/auth/login', { data: { email: 'customer@tradepost.test', password } });
  const headers = { authorization: `Bearer ${((await login.json()) as { accessToken: string }).accessToken}` };
  const item = await context.request.post('/api/v1/wishlists/default/items', { headers, data: { productId } });
  const { wishlistId } = (await item.json()) as { wishlistId: string };
  const share = await context.request.post(`/api/v1/wishlists/${wishlistId}/share`, { headers });
  await signIn(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Wishlists' })).toBeVisible();
  const found: string[] = [];
  const { url } = (await share.json()) as { url: string };
  for (const path of ['/account/wishlists', `/account/wishlists/${wishlistId}`, new URL(url).pathname, '/wishlists/mails-off#token=x']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    found.push(...await violations(page));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${path} is ${over} px wider than the window`);
  }
  await page.goto(`/account/wishlists/${wishlistId}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  found.push(...await violations(page));
  await context.close();
  return found;
}

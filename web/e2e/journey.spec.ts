import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { buyable, password, toCheckout } from './shopper.ts';

async function fillCheckout(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Full name').fill('June Shopper');
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('Street and number').fill('1 Market Street');
  await page.getByLabel('City').fill('San Francisco');
  await page.getByLabel(/^State/).selectOption('CA');
  await page.getByLabel(/ZIP|Postal/i).fill('94105');
  await page.getByRole('button', { name: 'Continue to delivery' }).click();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
}

async function pay(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByRole('button', { name: /^Pay \$/ }).click();
}

async function adminToken(request: APIRequestContext): Promise<string> {
  const answer = await request.post('/api/v1/auth/login', { data: { email: 'admin@tradepost.test', password } });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

test('a guest finds a product, is declined once, pays, and sees it shipped and delivered without a reload', async ({ page, request }) => {
  const product = await buyable(request);
  await page.goto(`/search?q=${encodeURIComponent(product.name)}`);
  await page.getByRole('link', { name: product.name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(product.name);
  await toCheckout(page, product.slug);
  await fillCheckout(page, `guest-${randomUUID()}@example.com`);

  await pay(page, '4000 0000 0000 0002');
  await expect(page.getByRole('alert').first()).toContainText(/declined/i);
  await pay(page, '4242 4242 4242 4242');
  await expect(page).toHaveURL(/\/orders\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/T-\d+|thank/i);

  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const headers = { authorization: `Bearer ${await adminToken(request)}` };
  const shipped = await request.post(`/api/v1/admin/orders/${id}/shipments`, { headers, data: { carrier: 'Parcel Post' } });
  expect(shipped.status()).toBe(201);
  const { id: shipment, trackingNumber } = (await shipped.json()) as { id: string; trackingNumber: string };
  await expect(page.getByText(trackingNumber).first()).toBeVisible();
  const delivered = await request.post(`/api/v1/admin/shipments/${shipment}/delivery`, { headers });
  expect(delivered.status()).toBe(200);
  await expect(page.getByText(/delivered/i).first()).toBeVisible();
});

test('a card that asks for a confirmation is confirmed on the bank\'s page and comes back paid', async ({ page, request }) => {
  const product = await buyable(request);
  await toCheckout(page, product.slug);
  await fillCheckout(page, `guest-${randomUUID()}@example.com`);
  await pay(page, '4000 0000 0000 3220');
  await expect(page).toHaveURL(/\/demo-gateway\/challenges\//);
  await page.getByRole('button', { name: /approve|confirm/i }).click();
  await expect(page).toHaveURL(/\/orders\//);
  await expect(page.getByText(/T-\d+/).first()).toBeVisible();
});

test('only an admin gets into the back office', async ({ page }) => {
  await page.goto('/admin/');
  await page.getByLabel(/e-?mail/i).fill('customer@tradepost.test');
  await page.getByLabel(/password/i).first().fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByText(/staff|may not|no access|not allowed/i).first()).toBeVisible();
});

test('an admin signs in and sees today\'s orders', async ({ page }) => {
  await page.goto('/admin/');
  await page.getByLabel(/e-?mail/i).fill('admin@tradepost.test');
  await page.getByLabel(/password/i).first().fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('navigation').first()).toContainText('Orders');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

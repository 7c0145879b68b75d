import { expect, test } from '@playwright/test';
import { buyable, withoutScripts } from './shopper.ts';

test('a product page tells name, price and availability without scripts', async ({ request }) => {
  const product = await buyable(request);
  const html = await withoutScripts(request, `/p/${product.slug}`);
  expect(html).toContain('application/ld+json');
  expect(html).toMatch(/<h1>[^<]+<\/h1>/);
  expect(html).toMatch(/<p>\$[\d,]+\.\d\d/);
  expect(html).toContain('In stock');
  expect(html).toMatch(/<link rel="canonical" href="http[^"]+\/p\//);
});

test('the home page, categories and the sitemap can be read without scripts', async ({ request }) => {
  expect(await withoutScripts(request, '/')).toMatch(/<nav aria-label="Categories">/);
  expect(await withoutScripts(request, '/c/laptops')).toMatch(/<h1>Laptops<\/h1>/);
  expect(await withoutScripts(request, '/sitemap.xml')).toContain('/p/');
});

test('an address that is not there says so with 404', async ({ request }) => {
  expect((await request.get('/p/nothing-like-this')).status()).toBe(404);
  expect((await request.get('/no/such/page')).status()).toBe(404);
});

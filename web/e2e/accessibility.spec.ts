import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = ['/', '/c/laptops', '/search?q=headphones', '/search?q=zzzzqqqq', '/cart', '/checkout', '/track', '/sign-in', '/register',
  '/help/shipping', '/nowhere'];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`no page breaks a rule of axe, ${scheme}, ${width} wide`, async ({ browser }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const broken: string[] = [];
      for (const path of pages) {
        await page.goto(path, { waitUntil: 'networkidle' });
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        broken.push(...violations.map(
          (rule) => `${path}: ${rule.id} ${rule.nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`));
      }
      expect(broken).toEqual([]);
      await context.close();
    });
  }
}

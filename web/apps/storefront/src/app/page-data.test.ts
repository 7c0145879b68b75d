import { QueryClient } from '@tanstack/react-query';
import { safeNext } from './paths.ts';
import { primeFromPage } from './page-data.ts';

function pageWith(text: string): Document {
  const page = document.implementation.createHTMLDocument();
  const script = page.createElement('script');
  script.id = 'page-data';
  script.type = 'application/json';
  script.textContent = text;
  page.body.append(script);
  return page;
}

describe('data in the page', () => {
  it('is where the pages look for it', () => {
    const client = new QueryClient();
    primeFromPage(
      client,
      pageWith(
        JSON.stringify({
          queries: [
            { key: ['product', 'a'], data: { id: '1' } },
            { key: ['settings'], data: {} },
          ],
        }),
      ),
    );
    expect(client.getQueryData(['product', 'a'])).toEqual({ id: '1' });
    expect(client.getQueryData(['settings'])).toEqual({});
  });

  it.each(['', 'no json', '{}', 'null', '{"queries":5}'])('may be missing or broken: "%s"', (text) => {
    const client = new QueryClient();
    primeFromPage(client, pageWith(text));
    primeFromPage(client, document.implementation.createHTMLDocument());
    expect(client.getQueryCache().getAll()).toHaveLength(0);
  });
});

describe('where to go after signing in', () => {
  it.each(['/checkout', '/orders/1?x=2'])('is %s', (next) => expect(safeNext(next)).toBe(next));

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null])(
    'is never %s',
    (next) => {
      expect(safeNext(next)).toBe('/account');
    },
  );
});

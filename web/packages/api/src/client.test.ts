import { api, take } from './client.ts';
import { isProblem, type ApiProblem } from './problem.ts';
import { accessToken, endSession, resumeSession, sessionState, startSession } from './session.ts';
import type { User } from './types/accounts.ts';

const user: User = { id: 'u1', email: 'ada@example.org', roles: ['customer'], emailConfirmed: true };
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

type Handler = (request: Request) => Response | Promise<Response>;
let calls: Request[] = [];

function answerWith(handler: Handler) {
  calls = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    calls.push(request.clone());
    return handler(request);
  });
}

const categories = () => take(api.GET('/api/v1/categories'));

beforeEach(() => {
  localStorage.clear();
  endSession();
});
afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('names itself a browser and sends no token for a guest', async () => {
    answerWith(() => json(200, []));
    expect(await categories()).toEqual([]);
    expect(calls[0]?.headers.get('X-Client')).toBe('browser');
    expect(calls[0]?.headers.has('Authorization')).toBe(false);
  });

  it('throws a refusal with its code, fields, trace and extension members', async () => {
    answerWith(() =>
      json(409, { code: 'inventory.insufficient', title: 'Too few', traceId: 't1', available: 2, errors: { quantity: ['is too much'] } }),
    );
    const problem = await categories().catch((error: unknown) => error);
    expect(isProblem(problem, 'inventory.insufficient')).toBe(true);
    expect(problem).toMatchObject({ status: 409, traceId: 't1', extensions: { available: 2 } });
    expect((problem as ApiProblem).field('quantity')).toBe('This is too much.');
  });

  it('makes something of an answer that is no problem document', async () => {
    answerWith(() => new Response('<html>bad gateway</html>', { status: 502 }));
    await expect(categories()).rejects.toMatchObject({ status: 502, code: 'server.unexpected' });
  });

  it('says that no answer came', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(categories()).rejects.toMatchObject({ status: 0, code: 'network.unreachable' });
  });

  it('repeats list parameters', async () => {
    answerWith(() => json(200, { items: [] }));
    await api.GET('/api/v1/products', { params: { query: { brand: ['a', 'b'], page: 2 } } });
    expect(new URL(calls[0]?.url ?? '').search).toBe('?brand=a&brand=b&page=2');
  });
});

describe('an expired access token', () => {
  const renewing: Handler = (request) => {
    if (request.url.endsWith('/auth/refresh')) return json(200, { accessToken: 'new', expiresIn: 900, user });
    return request.headers.get('Authorization') === 'Bearer new' ? json(200, []) : json(401, { code: 'auth.required' });
  };

  it('is renewed once for callers at the same moment, and each request is repeated with its body', async () => {
    startSession({ accessToken: 'old', expiresIn: 1, user });
    answerWith(renewing);
    await Promise.all([
      categories(),
      categories(),
      api.POST('/api/v1/orders/track', { body: { number: 'TP-1', email: 'ada@example.org' } }),
    ]);
    expect(calls.filter((call) => call.url.endsWith('/auth/refresh'))).toHaveLength(1);
    const tracked = calls.filter((call) => call.url.endsWith('/orders/track'));
    expect(await Promise.all(tracked.map((call) => call.json()))).toEqual([
      { number: 'TP-1', email: 'ada@example.org' },
      { number: 'TP-1', email: 'ada@example.org' },
    ]);
    expect(accessToken()).toBe('new');
  });

  it('ends the session when the cookie is refused, and the caller sees the 401', async () => {
    startSession({ accessToken: 'old', expiresIn: 1, user });
    answerWith(() => json(401, { code: 'auth.required' }));
    await expect(categories()).rejects.toMatchObject({ status: 401 });
    expect(sessionState()).toEqual({ status: 'guest', user: null });
    expect(calls).toHaveLength(2);
  });
});

describe('resuming', () => {
  it('asks nothing for a visitor who never signed in', async () => {
    answerWith(() => json(200, {}));
    await resumeSession();
    expect(calls).toHaveLength(0);
  });

  it('keeps the hint when the shop cannot be reached', async () => {
    startSession({ accessToken: 'old', expiresIn: 1, user });
    answerWith(() => {
      throw new TypeError('offline');
    });
    await resumeSession();
    expect(localStorage.getItem('tradepost.session')).toBe('1');
  });
});

import { ApiProblem } from '@tradepost/api';
import { Attempt, isUnanswered, outcomeOf, startPayment } from './payment.ts';

const submission = { orderId: 'o1', method: 'card', details: { number: '4242424242424242' } };
let keys: (string | null)[] = [];

function answerWith(...answers: (() => Response)[]) {
  keys = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    keys.push(request.headers.get('Idempotency-Key'));
    const answer = answers[keys.length - 1];
    if (!answer) throw new Error('one call too many');
    return answer();
  });
}

const json = (status: number, body: object) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const silence = () => {
  throw new TypeError('Failed to fetch');
};
const declined = json(402, { code: 'payments.declined', reason: 'card_declined' });
const paid = json(200, { status: 'paid', nextAction: { type: 'none' } });

afterEach(() => vi.unstubAllGlobals());

async function sendTwice(first: () => Response, second = submission) {
  const attempt = new Attempt<typeof submission>();
  answerWith(first, paid);
  await startPayment(attempt, submission).catch(() => undefined);
  await startPayment(attempt, second);
  return keys[0] === keys[1];
}

describe('the key of a submission', () => {
  it('stays the same when no answer came, so that nothing is paid twice', async () => {
    expect(await sendTwice(silence)).toBe(true);
    expect(keys[0]).toBeTruthy();
  });

  it('stays the same when the shop broke while answering', async () => {
    expect(await sendTwice(json(503, {}))).toBe(true);
  });

  it('is another one after a clear answer, even with the same card', async () => {
    expect(await sendTwice(declined)).toBe(false);
  });

  it('is another one for another card, although the first got no answer', async () => {
    expect(await sendTwice(silence, { ...submission, details: { number: '4000000000003220' } })).toBe(false);
  });
});

describe('where a payment stands', () => {
  it.each([
    [{ status: 'paid', nextAction: { type: 'none' } }, 'done'],
    [{ status: 'authorized' }, 'done'],
    [{ status: 'pending' }, 'waiting'],
    [{ status: 'failed' }, 'declined'],
    [{ status: 'pending', nextAction: { type: 'redirect', url: '/demo-gateway/x' } }, 'redirect'],
    [{ status: 'pending', nextAction: { type: 'redirect', url: null } }, 'waiting'],
  ])('%j is %s', (payment, kind) => {
    expect(outcomeOf(payment).kind).toBe(kind);
  });

  it('tells silence from refusal', () => {
    expect([0, 500, 503].map((status) => isUnanswered(new ApiProblem(status, {})))).toEqual([true, true, true]);
    expect([400, 402, 409].map((status) => isUnanswered(new ApiProblem(status, {})))).toEqual([false, false, false]);
  });
});

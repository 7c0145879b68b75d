// Does what it is told on standard input with the providers' own libraries and prints what they would send, or what they make of a
// signature. Nothing leaves the machine: each library's transport is replaced by one that writes down the request.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Stripe = [require('stripe')].map((it) => it.default ?? it.Stripe ?? it)[0];
const Razorpay = require('razorpay');
const paypal = require('@paypal/paypal-server-sdk');
const { validateWebhookSignature, validatePaymentVerification } = require('razorpay/dist/utils/razorpay-utils');

const asked = JSON.parse(readFileSync(0, 'utf8'));
const sent = [];

function note(method, address, headers, body) {
  const url = new URL(address);
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers ?? {});
  const plain = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  sent.push({ method: method.toUpperCase(), path: decodeURIComponent(url.pathname + url.search), headers: plain, body: text });
}

const stripeKeys = new Stripe('sk_test_tradepost', {
  maxNetworkRetries: 0,
  httpClient: Stripe.createFetchHttpClient(async (url, init) => {
    note(init.method, url, init.headers, init.body);
    return new Response(JSON.stringify({ id: 'x', object: 'x' }), { status: 200, headers: { 'request-id': 'r' } });
  }),
});

const axiosAnswer = (config) => ({ data: config.responseType === 'text' ? '{}' : {}, status: 200, statusText: 'OK', headers: {}, config, request: {} });

const razorpay = new Razorpay({ key_id: 'rzp_test_key', key_secret: 'rzp_secret' });
razorpay.api.rq.defaults.adapter = async (config) => {
  const given = Object.entries(config.params ?? {}).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given).toString();
  note(config.method, config.baseURL + config.url + (query ? '?' + query : ''), config.headers, config.data);
  return axiosAnswer(config);
};

const paypalClient = new paypal.Client({
  environment: paypal.Environment.Production,
  clientCredentialsAuthCredentials: {
    oAuthClientId: 'client',
    oAuthClientSecret: 'secret',
    oAuthToken: { accessToken: 'A21.token', tokenType: 'Bearer', expiresIn: 32400n, expiry: BigInt(Math.floor(Date.now() / 1000) + 9999) },
  },
  unstable_httpClientOptions: {
    adapter: async (config) => {
      note(config.method, config.url, config.headers, config.data);
      return axiosAnswer(config);
    },
  },
});
const orders = new paypal.OrdersController(paypalClient);
const payments = new paypal.PaymentsController(paypalClient);

const steps = {
  'stripe.create': ({ body, key }) => stripeKeys.paymentIntents.create(body, { idempotencyKey: key }),
  'stripe.retrieve': ({ id, body }) => stripeKeys.paymentIntents.retrieve(id, body),
  'stripe.capture': ({ id, body, key }) => stripeKeys.paymentIntents.capture(id, body, { idempotencyKey: key }),
  'stripe.cancel': ({ id, key }) => stripeKeys.paymentIntents.cancel(id, {}, { idempotencyKey: key }),
  'stripe.refund': ({ body, key }) => stripeKeys.refunds.create(body, { idempotencyKey: key }),
  'paypal.create': ({ body, key }) => orders.createOrder({ body, paypalRequestId: key, prefer: 'return=representation' }),
  'paypal.get': ({ id }) => orders.getOrder({ id }),
  'paypal.capture': ({ id, key }) => orders.captureOrder({ id, paypalRequestId: key, prefer: 'return=representation' }),
  'paypal.authorize': ({ id, key }) => orders.authorizeOrder({ id, paypalRequestId: key, prefer: 'return=representation' }),
  'paypal.captureHold': ({ id, key, body }) =>
    payments.captureAuthorizedPayment({ authorizationId: id, paypalRequestId: key, prefer: 'return=representation', body }),
  'paypal.void': ({ id, key }) => payments.voidPayment({ authorizationId: id, paypalRequestId: key, prefer: 'return=representation' }),
  'paypal.refund': ({ id, key, body }) =>
    payments.refundCapturedPayment({ captureId: id, paypalRequestId: key, prefer: 'return=representation', body }),
  'razorpay.find': ({ body }) => razorpay.orders.all(body),
  'razorpay.create': ({ body }) => razorpay.orders.create(body),
  'razorpay.payments': ({ id }) => razorpay.orders.fetchPayments(id),
  'razorpay.capture': ({ id, body }) => razorpay.payments.capture(id, body.amount, body.currency),
  'razorpay.refund': ({ id, body }) => razorpay.payments.refund(id, body),
};

const verdicts = {
  'stripe.sign': ({ payload, secret, at }) => Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at }),
  'stripe.verify': ({ payload, header, secret }) => {
    try {
      Stripe.webhooks.constructEvent(payload, header, secret);
      return true;
    } catch {
      return false;
    }
  },
  'razorpay.verifyWebhook': ({ payload, header, secret }) => validateWebhookSignature(payload, header, secret),
  'razorpay.verifyPayment': ({ order, payment, header, secret }) =>
    validatePaymentVerification({ order_id: order, payment_id: payment }, header, secret),
};

const said = [];
for (const step of asked) {
  if (verdicts[step.what]) {
    said.push(verdicts[step.what](step));
    continue;
  }
  const before = sent.length;
  let failure = '';
  try {
    await steps[step.what](step);
  } catch (error) {
    failure = String(error?.message ?? error);
  }
  if (sent.length === before) throw new Error(`${step.what} sent nothing: ${failure}`);
  said.push(sent[sent.length - 1]);
}
process.stdout.write(JSON.stringify(said));

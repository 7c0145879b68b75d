import { ApiProblem, type ErrorCode } from '@tradepost/api';

/** What happened and what to do next. A known code without words does not compile. */
type Words = string | ((problem: ApiProblem) => string);

const words: Record<ErrorCode | 'network.unreachable', Words> = {
  'network.unreachable': 'The shop did not answer. Check your connection and try again; nothing was lost.',
  'request.invalid': 'Some of what was entered needs a correction.',
  'request.tooLarge': 'That was too large to send.',
  'request.unsupportedType': 'The shop cannot read that kind of file.',
  'request.rateLimited': 'Too many tries in a short time. Wait a minute, then try again.',
  'resource.notFound': 'This is not here. It may have been moved or removed.',
  'server.error': 'The shop made a mistake while answering. Try again in a moment.',
  'server.unavailable': 'The shop is busy. Try again in a moment.',
  'precondition.failed': 'Somebody else changed this in the meantime. Reload to see the newer version.',
  'idempotency.mismatch': 'This was sent before with other contents. Reload the page and send it again.',
  'idempotency.missing': 'The request was incomplete. Reload the page and send it again.',
  'auth.invalid_credentials': 'E-mail or password is not right.',
  'auth.mfa_required': 'Enter the code from your authenticator app.',
  'auth.locked': 'Too many wrong tries. This account is locked for a few minutes.',
  'auth.unauthenticated': 'Sign in to go on.',
  'auth.forbidden': 'Your account may not do this.',
  'inventory.insufficient': insufficient,
  'cart.changed': 'A price in your cart has changed. Look at the new total before you go on.',
  'cart.empty': 'Your cart is empty.',
  'promotions.not_applicable': (problem) => reason(problem) ?? 'This code does not apply to your cart.',
  'payments.declined': (problem) => declined[String(problem.extensions.reason ?? '')] ?? declineDefault,
  'orders.not_cancellable': 'This order has left our hands and can no longer be cancelled.',
  'reviews.already_reviewed': 'You have reviewed this product already.',
  'reviews.not_purchased': 'Only customers who bought this product can review it.',
};

const declineDefault = 'Your bank declined the payment. Nothing was charged. Try another card or another way to pay.';
const declined: Record<string, string> = {
  insufficient_funds: 'The card does not have enough funds. Nothing was charged. Try another card or another way to pay.',
  insufficientFunds: 'The card does not have enough funds. Nothing was charged. Try another card or another way to pay.',
};

function insufficient(problem: ApiProblem): string {
  const available = problem.extensions.available;
  if (typeof available !== 'number') return 'There is not enough left of something in your cart.';
  return available <= 0 ? 'This has just sold out.' : `Only ${available} left, and that includes what is in your cart.`;
}

function reason(problem: ApiProblem): string | undefined {
  const value = problem.extensions.reason;
  return typeof value === 'string' && value.includes(' ') ? value : undefined;
}

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code);
}

/** Words for anything thrown. An unknown code falls back to the shop's own title, an unknown error to the plain truth. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'This page ran into a mistake of ours. Reload it and try again.';
  if (!isKnown(error.code)) return error.message;
  const entry = words[error.code];
  return typeof entry === 'function' ? entry(error) : entry;
}

export function traceOf(error: unknown): string | null {
  return error instanceof ApiProblem ? error.traceId : null;
}

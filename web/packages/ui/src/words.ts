import { ApiProblem, type ErrorCode } from '@tradepost/api';
import { promotionReason } from '@tradepost/domain';
import { returnWords } from './return-words.ts';
import { noticeWords } from './notice-words.ts';
import { staffWords } from './staff-words.ts';

/** What happened and what to do next. A known code without words does not compile. */
type Words = string | ((problem: ApiProblem) => string);

const words: Record<ErrorCode | 'network.unreachable', Words> = {
  ...staffWords,
  ...returnWords,
  ...noticeWords,
  'network.unreachable': 'The shop did not answer. Check your connection and try again; nothing was lost.',
  'addresses.not_found': 'This address has been deleted.',
  'addresses.too_many': 'Delete an address first: there is room for 50.',
  'auth.disabled': 'This account was closed by the shop.',
  'auth.forbidden': 'Your account may not do this.',
  'auth.foreign_origin': 'This request came from another site. Open the shop itself and try again.',
  'auth.invalid_credentials': 'E-mail or password is not right.',
  'auth.locked': 'Too many wrong tries. This account is locked for a few minutes.',
  'auth.required': 'Sign in to go on.',
  'auth.session_over': 'You were signed out. Sign in to go on.',
  'auth.token_invalid': 'This link is no longer valid. Ask for a new one.',
  'auth.wrong_password': 'The current password is not right.',
  'cart.changed': 'A price in your cart has changed. Look at the new total before you go on.',
  'cart.empty': 'Your cart is empty.',
  'carts.full': 'The cart cannot hold more different things. Take something out first.',
  'carts.line_not_found': 'This is not in your cart any more.',
  'carts.not_found': 'This cart has ended. Put what you want into a new one.',
  'carts.not_sold': 'This is not sold at the moment.',
  'carts.too_many_codes': 'The cart cannot take more codes. Remove one first.',
  'carts.product_not_found': 'This product is no longer in the shop.',
  'catalog.product_not_found': 'This product is no longer in the shop.',
  'idempotency.mismatch': 'This was sent before with other contents. Reload the page and send it again.',
  'inventory.insufficient': insufficient,
  'orders.cancel_window_over': 'The time for cancelling this order is over. Write to the shop.',
  'orders.not_invoiced': 'There is no invoice yet. It comes with the payment, or with the parcel if you pay at the door.',
  'orders.not_cancellable': 'This order has left our hands and can no longer be cancelled.',
  'orders.not_found': 'There is no such order, or it belongs to somebody else.',
  'payments.already_paid': 'This order is paid already. Nothing more was charged.',
  'payments.bad_confirmation': 'That confirmation is not from the payment provider. Nothing changed. Try paying again.',
  'payments.credit_note_not_found': 'There is no such credit note for this order. Reload the page to see those there are.',
  'payments.declined': (problem) => declined[String(problem.extensions.reason ?? '')] ?? declineDefault,
  'payments.interrupted': 'This payment gave way to another one for the same order. Nothing was charged twice.',
  'payments.not_payable': 'This order can no longer be paid. What was taken goes back the way it came.',
  'payments.not_found': 'There is no such payment, or it belongs to somebody else.',
  'payments.provider_unavailable': 'The payment provider does not answer. Try again in a moment.',
  'promotions.not_applicable': (problem) =>
    String(problem.extensions.detail ?? promotionReason(String(problem.extensions.reason ?? ''))),
  'pricing.product_not_found': 'This product is no longer in the shop.',
  'request.invalid': 'Some of what was entered needs a correction.',
  'request.malformed': 'The shop could not read that. Reload the page and try again.',
  'request.method_not_allowed': 'The shop cannot do that here. Reload the page and try again.',
  'request.not_found': 'This is not here. It may have been moved or removed.',
  'request.stale': 'Somebody else changed this in the meantime. Reload to see the newer version.',
  'request.too_large': 'That was too large to send.',
  'request.too_many': 'Too many tries in a short time. Wait a minute, then try again.',
  'request.unsupported_media_type': 'The shop cannot read that kind of file.',
  'server.unavailable': 'The shop is busy. Try again in a moment.',
  'server.unexpected': 'The shop made a mistake while answering. Try again in a moment.',
  'wishlists.full': 'This wishlist is full: 500 things. Take something off it or start another one.',
  'wishlists.item_not_found': 'This is not on the wishlist any more.',
  'wishlists.link_invalid': 'This link does not work any more. Ask for a new one.',
  'wishlists.not_found': 'This wishlist was deleted.',
  'wishlists.too_many': 'There is room for 50 wishlists. Delete one first.',
  'shipping.unavailable': 'That way of delivery does not go to this address. Choose another one.',
};

const declineDefault = 'Your bank declined the payment. Nothing was charged. Try another card or another way to pay.';
const declined: Record<string, string> = {
  insufficient_funds: 'The card does not have enough funds. Nothing was charged. Try another card or another way to pay.',
  expired_card: 'The card has expired. Nothing was charged. Try another card or another way to pay.',
  incorrect_cvc: 'The security code is not right. Nothing was charged. Check it and try again.',
  incorrect_number: 'The card number is not right. Nothing was charged. Check it and try again.',
  authentication_failed: 'The payment was not confirmed with your bank. Nothing was charged. Try again or pay another way.',
  processing_error: 'The payment provider could not take the payment. Nothing was charged. Try again or pay another way.',
  insufficientFunds: 'The card does not have enough funds. Nothing was charged. Try another card or another way to pay.',
};

function insufficient(problem: ApiProblem): string {
  const available = problem.extensions.available;
  if (typeof available !== 'number') return 'There is not enough left of something in your cart.';
  return available <= 0 ? 'This has just sold out.' : `Only ${available} left, and that includes what is in your cart.`;
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

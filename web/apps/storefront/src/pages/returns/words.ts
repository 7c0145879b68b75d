import type { Return, ReturnReason, ReturnStatus } from '@tradepost/api';

export const reasonWords: Record<ReturnReason, string> = {
  damaged: 'Damaged or faulty',
  wrongItem: 'Not what I ordered',
  notAsDescribed: 'Not as described',
  tooBig: 'Too big',
  tooSmall: 'Too small',
  changedMind: 'Changed my mind',
  other: 'Something else',
  withdrawal: 'Withdrawn from the contract',
};

export const returnStatusWords: Record<ReturnStatus, string> = {
  requested: 'Being looked at',
  approved: 'Approved',
  refused: 'Not accepted',
  inTransit: 'On its way to us',
  received: 'Arrived at the shop',
  inspected: 'Inspected',
  closed: 'Complete',
  cancelled: 'Called off',
};

export const returnTones: Record<ReturnStatus, 'warn' | 'plain' | 'success' | 'danger' | 'new'> = {
  requested: 'warn',
  approved: 'new',
  refused: 'danger',
  inTransit: 'plain',
  received: 'plain',
  inspected: 'plain',
  closed: 'success',
  cancelled: 'plain',
};

/** What comes next, for the person who waits. */
export function nextWords(one: Pick<Return, 'status' | 'shopPays' | 'kind' | 'decided'>): string {
  switch (one.status) {
    case 'requested':
      return 'We look at it and write to you. Please do not send anything before that.';
    case 'approved':
      return one.shopPays
        ? 'Print the label, put it on the parcel and hand it in. We pay for the way.'
        : 'Send the parcel with a carrier of your choice and keep the receipt. Write the number of the return on it.';
    case 'refused':
      return 'We could not accept this return. If you think that is wrong, answer the mail we sent.';
    case 'inTransit':
      return 'Thank you. Once it is here we look at it and tell you what goes back.';
    case 'received':
    case 'inspected':
      return 'It is with us. We look at it and tell you what goes back.';
    case 'closed':
      return one.decided && one.decided.refund.minor > 0
        ? 'The money goes back the way you paid. Banks take a few days to show it.'
        : 'This return is complete. No money goes back for it.';
    case 'cancelled':
      return 'You called this return off. The things stay with you.';
  }
}

/** Refusals around returns, for shoppers and staff alike. */
export const returnWords = {
  'returns.not_found': 'There is no such return, or it belongs to somebody else.',
  'returns.nothing_arrived': 'Nothing of this order has arrived yet. You can return things once they are with you.',
  'returns.window_closed': 'The time for returning this order is over.',
  'returns.too_many': 'That is more than can still be returned. Choose fewer.',
  'returns.wrong_state': 'This return has moved on in the meantime. Reload the page to see where it stands.',
  'returns.no_withdrawal': 'The right to withdraw does not apply to this order, or its time is over.',
  'returns.refund_out_of_range': 'That is not an amount that can go back for what came back.',
  'returns.no_label': 'There is no label for this return. Please write to us.',
  'returns.bad_photo': 'This photo cannot be used. Choose a JPEG or PNG of at most 5 MB.',
  'returns.too_many_photos': 'A return holds at most five photos.',
  'inventory.not_held': 'The order does not hold that many units any more. Reload the page.',
} as const;

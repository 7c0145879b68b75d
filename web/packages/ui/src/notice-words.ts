/** Refusals about letters, notices and webhooks. */
export const noticeWords = {
  'notifications.bad_link': 'This link is not complete. Open it from the mail once more.',
  'notifications.bad_signature': 'The signature does not match.',
  'notifications.email_unconfirmed': 'Confirm your e-mail address first: the link is in the mail we sent you.',
  'notifications.no_template': 'There is no such letter.',
  'notifications.wrong_code': 'That code is wrong or too old. Ask for another one.',
  'webhooks.delivery_not_found': 'This delivery is no longer in the log.',
  'webhooks.disabled': 'This webhook is switched off. Switch it on first.',
  'webhooks.not_found': 'There is no such webhook any more.',
  'webhooks.still_pending': 'This delivery is still on its way.',
  'webhooks.too_many': 'A shop can have 50 webhooks. Delete one first.',
};

/** What each group of notices is, in the words of whoever gets them. */
export const groupWords: Record<string, { title: string; text: string }> = {
  orders: { title: 'Your orders', text: 'Confirmed, sent, delivered, refunded. At least one way stays on.' },
  returns: { title: 'Your returns', text: 'Every step of a return. At least one way stays on.' },
  account: { title: 'Your account', text: 'Confirmations and changes of your password. Always by mail.' },
  reminders: { title: 'Reminders', text: 'A cart you left, good news of your wishlists. Only where you asked for them.' },
  offers: { title: 'New arrivals and discounts', text: 'Now and then. Only if you agree.' },
};

export const wordsOf = (group: string) => groupWords[group] ?? { title: group, text: '' };

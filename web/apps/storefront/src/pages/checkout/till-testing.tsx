// The till in a test: the shop's answers, and a person who fills it in.

import { screen } from '@testing-library/react';
import type { Cart } from '@tradepost/api';
import { answerWith, renderPage, type Answer } from '../../testing/render.tsx';
import { cart, settings, usd } from '../../testing/samples.ts';
import { CheckoutPage } from './CheckoutPage.tsx';

export const delivered: Cart = {
  ...cart,
  address: { country: 'US' },
  shippingOptionId: 'std',
  totals: { ...cart.totals, shipping: usd(590), tax: usd(1634), total: usd(22024) },
};
export const placed = {
  id: 'o1',
  number: 'TP-1001',
  accessToken: 'guest-token',
  status: 'pendingPayment',
  totals: delivered.totals,
  payment: { id: 'pay1', provider: 'demo', status: 'pending', nextAction: { type: 'none' } },
};
const options = [
  { id: 'std', name: 'Standard', price: usd(590), estimatedDays: { min: 3, max: 5 } },
  { id: 'exp', name: 'Express', price: usd(1490), estimatedDays: { min: 1, max: 2 } },
];
const shop: Record<string, Answer> = {
  'GET /settings': { body: settings },
  'GET /carts/cart-1': { body: cart },
  'PUT /carts/cart-1/contact': { body: { ...cart, contact: { email: 'ada@example.org', remind: false } } },
  'PUT /carts/cart-1/payment-method': { body: { ...delivered, paymentMethod: 'card', version: 7 } },
  'PUT /carts/cart-1/address': { body: { ...cart, address: { country: 'US' } } },
  'GET /carts/cart-1/shipping-options': { body: options },
  'PUT /carts/cart-1/shipping-option': { body: delivered },
  'GET /payment-methods': {
    body: [
      { id: 'card', provider: 'demo', name: 'Card' },
      { id: 'cod', provider: 'cod', name: 'Cash on delivery' },
    ],
  },
  'POST /orders': { status: 201, body: placed },
};

export function open(more: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({ ...shop, ...more });
  localStorage.setItem('tradepost.cart', '"cart-1"');
  const page = renderPage(<CheckoutPage />, {
    path: '/checkout',
    others: [{ path: '/orders/:id', element: <h1>The order</h1> }],
  });
  const sent = (path: string) => calls.filter((call) => call.method === 'POST' && call.url.pathname.endsWith(path));
  return { ...page, calls, sent };
}

type User = ReturnType<typeof open>['user'];

export async function fillAddress(user: User) {
  await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
  await user.type(screen.getByLabelText('Full name'), 'Ada Moore');
  await user.type(screen.getByLabelText('Street and number'), '1 Main St');
  await user.type(screen.getByLabelText('City'), 'Portland');
  await user.selectOptions(screen.getByLabelText('State'), 'OR');
  await user.type(screen.getByLabelText('ZIP code'), '97201');
}

export async function reachPayment(user: User) {
  await fillAddress(user);
  await user.click(screen.getByRole('button', { name: 'Continue to delivery' }));
  await user.click(await screen.findByRole('button', { name: 'Continue to payment' }));
  return screen.findByLabelText('Card number');
}

export const payButton = () => screen.getByRole('button', { name: 'Pay $220.24' });
export const ordersAnswer = (...answers: Answer[]) => {
  let at = 0;
  return () => answers[Math.min(at++, answers.length - 1)] ?? {};
};
